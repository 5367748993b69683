package dev.understudy.server;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Map;
import org.postgresql.ds.PGSimpleDataSource;

/// The PostgreSQL that the application brings along, running from construction to [#close]. It keeps its data in the
/// data
/// folder, listens on the loopback address only and asks for a password that stands in a file for the owner of the
/// folder.
final class EmbeddedPostgres implements AutoCloseable {

    /// What acknowledged edits rely on, said explicitly. Our statements are short, so compiling them never pays.
    static final Map<String, String> DURABLE =
            Map.of("fsync", "on", "synchronous_commit", "on", "full_page_writes", "on", "jit", "off");

    private static final String DATABASE = "understudy";
    private static final int PASSWORD_BYTES = 24;

    private final DataLock lock;
    private final PostgresCluster cluster;
    private final String password;
    private final int port;

    private EmbeddedPostgres(DataLock lock, PostgresCluster cluster, String password, int port) {
        this.lock = lock;
        this.cluster = cluster;
        this.password = password;
        this.port = port;
    }

    /// Starts the server on this folder, made ready first if it is new.
    ///
    /// @param programs where PostgreSQL's programs are unpacked; may be shared between servers
    /// @throws CannotStart with the reason
    static EmbeddedPostgres start(DataFolder data, Path programs, Map<String, String> settings) throws IOException {
        var lock = DataLock.of(data);
        try {
            var cluster = new PostgresCluster(data.file("postgres"), PostgresBinaries.unpackedIn(programs));
            var password = data.secret("postgres.password", EmbeddedPostgres::newPassword);
            if (cluster.exists()) {
                cluster.checkVersion();
                cluster.stopOrphan();
            } else {
                cluster.create(password);
            }
            var server = new EmbeddedPostgres(lock, cluster, password, cluster.start(settings));
            server.createDatabaseIfMissing();
            return server;
        } catch (IOException | RuntimeException failure) {
            lock.close();
            throw failure;
        }
    }

    String url() {
        return url(DATABASE);
    }

    String url(String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
    }

    String username() {
        return PostgresCluster.USER;
    }

    String password() {
        return password;
    }

    @Override
    public void close() throws IOException {
        try {
            cluster.stop();
        } finally {
            lock.close();
        }
    }

    /// Leaves the server running and gives up the folder, as it happens to a process that is killed.
    void abandon() throws IOException {
        lock.close();
    }

    private void createDatabaseIfMissing() throws IOException {
        var source = new PGSimpleDataSource();
        source.setURL(url("postgres"));
        source.setUser(username());
        source.setPassword(password);
        try (var connection = source.getConnection();
                var statement = connection.createStatement()) {
            try (var found = statement.executeQuery("select from pg_database where datname = '" + DATABASE + "'")) {
                if (found.next()) {
                    return;
                }
            }
            statement.execute("create database " + DATABASE);
        } catch (SQLException failure) {
            close();
            throw new CannotStart(
                    "The embedded PostgreSQL does not let us in (%s).".formatted(failure.getMessage()),
                    "The password stands in postgres.password beside the folder postgres; both belong together.",
                    failure);
        }
    }

    private static String newPassword() {
        var bytes = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
