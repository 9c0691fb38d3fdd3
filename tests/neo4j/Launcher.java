import java.nio.file.Path;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;

/** Runs Neo4j until standard input ends: {@code Launcher HOME}, with the settings in HOME/conf/neo4j.conf. */
public class Launcher {
    public static void main(String[] arguments) throws Exception {
        Path home = Path.of(arguments[0]);
        DatabaseManagementService service =
                new DatabaseManagementServiceBuilder(home)
                        .loadPropertiesFromFile(home.resolve("conf/neo4j.conf"))
                        .build();
        System.out.println("ready");
        // The pipe closes when the parent ends, however it ends: no server is left behind.
        while (System.in.read() >= 0) {}
        service.shutdown();
    }
}
