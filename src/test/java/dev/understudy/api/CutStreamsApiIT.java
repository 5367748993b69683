package dev.understudy.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;

@Timeout(180)
@ApiServerTest
class CutStreamsApiIT {

    /// More changes than are kept in memory: what streams begin with is read from the database.
    private static final int BEFORE = 1_600;

    private static final int STREAMS = 400;
    private static final int LATEST_CUT_MILLIS = 12;
    private static final long SEED = 20261128;

    @Autowired
    private ApiWorld world;

    @Autowired
    private HikariDataSource pool;

    @Test
    @DisplayName("P38 streams that are cut off at any moment cost no connection to the database")
    void cutOff() throws Exception {
        ApiClient api = world.owner().client();
        String id = api.create("");
        String root = api.root(id);
        List<Thread> early = IntStream.range(0, 8)
                .mapToObj(number -> Thread.startVirtualThread(() -> write(api, id, root, "e" + number, BEFORE / 8)))
                .toList();
        for (Thread thread : early) {
            thread.join();
        }
        Set<Integer> before = connections();
        Thread writer = Thread.startVirtualThread(() -> write(api, id, root, "w", STREAMS));
        int opened = 0;
        Random chance = new Random(SEED);
        for (int stream = 0; stream < STREAMS; stream++) {
            try (EventReader events = api.follow(id, "?since=0")) {
                opened += events.status() == 200 ? 1 : 0;
                Thread.sleep(chance.nextInt(LATEST_CUT_MILLIS));
            }
        }
        writer.join();
        assertThat(opened).isGreaterThan(STREAMS / 2);
        assertThat(connections()).as("seed %d", SEED).isEqualTo(before);
    }

    private static void write(ApiClient api, String id, String root, String client, int times) {
        for (int seq = 1; seq <= times; seq++) {
            var _ = api.edits(id, client, seq, 1, """
                    {"op":"set","node":"%s","field":"name","value":"%s %d"}""".formatted(root, client, seq));
        }
    }

    /// The processes of the database behind all connections of the pool: each of them is taken out once.
    private Set<Integer> connections() throws SQLException {
        List<Connection> all = new ArrayList<>();
        Set<Integer> processes = new TreeSet<>();
        try {
            for (int count = 0; count < pool.getMaximumPoolSize(); count++) {
                Connection connection = pool.getConnection();
                all.add(connection);
                try (ResultSet row = connection.createStatement().executeQuery("select pg_backend_pid()")) {
                    row.next();
                    processes.add(row.getInt(1));
                }
            }
        } finally {
            for (Connection connection : all) {
                connection.close();
            }
        }
        return processes;
    }
}
