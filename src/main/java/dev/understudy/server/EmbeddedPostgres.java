package dev.understudy.server;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Map;

/// The PostgreSQL that the application brings along, running from construction to [#close]. It keeps its data in the
/// data folder, listens on the loopback address only and asks for a password that stands in a file for the owner of the
/// folder.
final class EmbeddedPostgres implements AutoCloseable {

    /// What acknowledged edits rely on, said explicitly. Our statements are short, so compiling them never pays.
    static final Map<String, String> DURABLE =
            Map.of("fsync", "on", "synchronous_commit", "on", "full_page_writes", "on", "jit", "off");

    private static final int PASSWORD_BYTES = 24;

    private final DataLock lock;
    private final PostgresCluster cluster;
    private final String superuserPassword;
    private final String password;
    private final int port;

    private EmbeddedPostgres(
            DataLock lock, PostgresCluster cluster, String superuserPassword, String password, int port) {
        this.lock = lock;
        this.cluster = cluster;
        this.superuserPassword = superuserPassword;
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
            var superuserPassword = data.secret("postgres.superuser", EmbeddedPostgres::newPassword);
            if (cluster.exists()) {
                cluster.checkVersion();
                cluster.stopOrphan();
            } else {
                cluster.create(superuserPassword);
            }
            var server = new EmbeddedPostgres(lock, cluster, superuserPassword, password, cluster.start(settings));
            server.arrangeRoles();
            return server;
        } catch (IOException | RuntimeException failure) {
            lock.close();
            throw failure;
        }
    }

    String url() {
        return url(PostgresRoles.DATABASE);
    }

    String url(String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
    }

    /// The role of the application.
    String username() {
        return PostgresRoles.APPLICATION;
    }

    String password() {
        return password;
    }

    /// What [PostgresRoles#SUPERUSER] gets in with.
    String superuserPassword() {
        return superuserPassword;
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

    private void arrangeRoles() throws IOException {
        try {
            new PostgresRoles(port, superuserPassword, password).arrange();
        } catch (SQLException failure) {
            close();
            throw new CannotStart(
                    "The embedded PostgreSQL does not let us in (%s).".formatted(failure.getMessage()),
                    "The passwords stand in postgres.password and postgres.superuser beside the folder postgres; all"
                            + " three belong together.",
                    failure);
        }
    }

    private static String newPassword() {
        var bytes = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
