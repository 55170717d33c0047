import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.configuration.GraphDatabaseSettings.LogQueryLevel;
import org.neo4j.configuration.connectors.BoltConnector;
import org.neo4j.configuration.connectors.HttpConnector;
import org.neo4j.configuration.helpers.SocketAddress;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;

/** A Neo4j on loopback: `Launch FOLDER PORT PASSWORD MEGABYTES`, of page cache. It says `ready`, and ends when its standard input does. */
public class Launch {
    public static void main(String[] arguments) throws Exception {
        var service = new DatabaseManagementServiceBuilder(Path.of(arguments[0]))
            .setConfig(BoltConnector.enabled, true)
            .setConfig(BoltConnector.listen_address, new SocketAddress("127.0.0.1", Integer.parseInt(arguments[1])))
            .setConfig(HttpConnector.enabled, false)
            .setConfig(GraphDatabaseSettings.auth_enabled, true)
            .setConfig(GraphDatabaseSettings.log_queries, LogQueryLevel.OFF)
            // Tests fill an empty graph: each time it has grown by much, every statement would be planned again.
            .setConfig(GraphDatabaseSettings.cypher_min_replan_interval, Duration.ofDays(1))
            .setConfig(GraphDatabaseSettings.pagecache_memory, Long.parseLong(arguments[3]) * 1024 * 1024)
            .build();
        service.database("system").executeTransactionally(
            "ALTER USER neo4j SET PASSWORD $password CHANGE NOT REQUIRED", Map.of("password", arguments[2]));
        service.database("neo4j").isAvailable(60_000);
        System.out.println("ready");
        while (System.in.read() >= 0) { }
        service.shutdown();
    }
}
