import java.nio.file.Path;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.configuration.connectors.BoltConnector;
import org.neo4j.configuration.helpers.SocketAddress;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;

/** Runs Neo4j with Bolt on 127.0.0.1 and without a password, until standard input ends: {@code Launcher HOME PORT}. */
public class Launcher {
    public static void main(String[] arguments) throws Exception {
        DatabaseManagementService service =
                new DatabaseManagementServiceBuilder(Path.of(arguments[0]))
                        .setConfig(BoltConnector.enabled, true)
                        .setConfig(BoltConnector.listen_address, address(arguments[1]))
                        .setConfig(BoltConnector.advertised_address, address(arguments[1]))
                        .setConfig(GraphDatabaseSettings.auth_enabled, false)
                        .setConfig(GraphDatabaseSettings.preallocate_logical_logs, false)
                        .build();
        System.out.println("ready");
        // The pipe closes when the parent ends, however it ends: no server is left behind.
        while (System.in.read() >= 0) {}
        service.shutdown();
    }

    private static SocketAddress address(String port) {
        return new SocketAddress("127.0.0.1", Integer.parseInt(port));
    }
}
