package dev.understudy.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.core.env.PropertyResolver;

/// The database that a command of the operator works on, found by the same settings as the server's: theirs, or the
/// embedded one in the data folder, which is started for the command where no server does. Belongs to one thread.
public final class CommandDatabase implements AutoCloseable {

    private static final String URL = "spring.datasource.url";

    /// Which line of PostgreSQL's `postmaster.pid` has the port, and which one its state.
    private static final int PORT_LINE = 3;

    private static final int STATE_LINE = 7;

    /// Ends what was started for the command.
    private interface Ending {
        void run() throws IOException;
    }

    private final JdbcConnectionDetails details;
    private final Ending ending;

    private CommandDatabase(JdbcConnectionDetails details, Ending ending) {
        this.details = details;
        this.ending = ending;
    }

    /// Finds the database for a command that reads beside a server that may be running.
    ///
    /// @throws CannotStart if there is none, with what to do
    public static CommandDatabase beside(PropertyResolver settings) throws IOException {
        if (isOwn(settings)) {
            return own(settings);
        }
        var data = folder(settings);
        if (Files.notExists(data.file("postgres").resolve("PG_VERSION"))) {
            throw new CannotStart(
                    "There is no database in the data folder %s.".formatted(data.path()),
                    "Set UNDERSTUDY_DATA to the data folder of the server, or SPRING_DATASOURCE_URL to its PostgreSQL.");
        }
        return DataLock.isHeld(data) ? running(data) : started(data);
    }

    /// Finds the database for a command that must be alone, making an embedded one that does not exist yet.
    ///
    /// @throws CannotStart if a server is using the data folder
    public static CommandDatabase alone(PropertyResolver settings) throws IOException {
        return isOwn(settings) ? own(settings) : started(folder(settings));
    }

    /// Makes a connection that waits for its answers as long as they take.
    public Connection connect() throws SQLException {
        return new DatabaseAddress(details).connect();
    }

    /// Where it is, without what an address may hold of secrets.
    public String place() {
        return url().replaceAll("[?].*", "");
    }

    /// The whole address; not for the eyes of anybody.
    public String url() {
        return details.getJdbcUrl();
    }

    /// The role to work as, if the address has none.
    public @Nullable String username() {
        return details.getUsername();
    }

    /// The secret of the role.
    public @Nullable String password() {
        return details.getPassword();
    }

    @Override
    public void close() throws IOException {
        ending.run();
    }

    private static boolean isOwn(PropertyResolver settings) {
        return !settings.getProperty(URL, "embedded").equals("embedded");
    }

    private static DataFolder folder(PropertyResolver settings) {
        return DataFolder.at(Path.of(settings.getRequiredProperty("understudy.data")));
    }

    private static CommandDatabase own(PropertyResolver settings) {
        return new CommandDatabase(
                new Details(
                        settings.getRequiredProperty(URL),
                        settings.getProperty("spring.datasource.username"),
                        settings.getProperty("spring.datasource.password")),
                () -> {});
    }

    private static CommandDatabase started(DataFolder data) throws IOException {
        var postgres = EmbeddedPostgres.start(data, data.file("programs"), EmbeddedPostgres.DURABLE);
        return new CommandDatabase(
                new Details(postgres.url(), postgres.username(), postgres.password()), postgres::close);
    }

    private static CommandDatabase running(DataFolder data) throws IOException {
        var pidFile = data.file("postgres").resolve("postmaster.pid");
        var state = Files.exists(pidFile) ? Files.readAllLines(pidFile) : List.<String>of();
        if (state.size() <= STATE_LINE || !state.get(STATE_LINE).strip().equals("ready")) {
            throw new CannotStart(
                    "The server that uses the data folder %s is just starting or stopping.".formatted(data.path()),
                    "Try again in a moment.");
        }
        var url = "jdbc:postgresql://127.0.0.1:%s/%s"
                .formatted(state.get(PORT_LINE).strip(), PostgresRoles.DATABASE);
        var password = Files.readString(data.file("postgres.password")).strip();
        return new CommandDatabase(new Details(url, PostgresRoles.APPLICATION, password), () -> {});
    }

    private record Details(
            String url, @Nullable String username, @Nullable String password) implements JdbcConnectionDetails {

        @Override
        public String getJdbcUrl() {
            return url;
        }

        @Override
        public @Nullable String getUsername() {
            return username;
        }

        @Override
        public @Nullable String getPassword() {
            return password;
        }

        /// Without the secret.
        @Override
        public String toString() {
            return "database";
        }
    }
}
