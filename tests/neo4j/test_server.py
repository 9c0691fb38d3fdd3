from neo4j import GraphDatabase

from tests.neo4j.server import Neo4jServer


def test_the_server_is_a_real_neo4j(neo4j_server: Neo4jServer) -> None:
    with GraphDatabase.driver(neo4j_server.uri, auth=(neo4j_server.user, neo4j_server.password)) as driver:
        assert driver.get_server_info().agent == "Neo4j/5.26.0"
        assert driver.execute_query("RETURN '株洲' AS 名称").records[0]["名称"] == "株洲"
