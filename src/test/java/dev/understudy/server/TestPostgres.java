package dev.understudy.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/// The one PostgreSQL of this JVM's tests. It forgets everything, so it does not wait for the disk either.
final class TestPostgres {

    private static final Path TARGET = Path.of("target");
    static final Path PROGRAMS = TARGET.resolve("postgres-programs");

    /// With the number that Maven gave to this JVM: others start theirs at the same moment.
    private static final String FOLDER = "test-postgres-" + Integer.getInteger("fork", 0) + "-";

    private static final Map<String, String> FORGETFUL =
            Map.of("fsync", "off", "synchronous_commit", "off", "full_page_writes", "off", "max_connections", "300");

    private TestPostgres() {}

    static EmbeddedPostgres running() {
        return Running.SERVER;
    }

    private static final class Running {

        static final EmbeddedPostgres SERVER = start();

        private static EmbeddedPostgres start() {
            try {
                Files.createDirectories(TARGET);
                clearAfterKilledRuns();
                var data = DataFolder.at(Files.createTempDirectory(TARGET, FOLDER));
                var server = EmbeddedPostgres.start(data, PROGRAMS, FORGETFUL);
                Runtime.getRuntime().addShutdownHook(new Thread(() -> end(server, data)));
                return server;
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }

    private static void clearAfterKilledRuns() throws IOException {
        try (var folders = Files.newDirectoryStream(TARGET, FOLDER + "*")) {
            for (var folder : folders) {
                var data = DataFolder.at(folder);
                try (var _ = DataLock.of(data)) {
                    new PostgresCluster(data.file("postgres"), PostgresBinaries.unpackedIn(PROGRAMS)).stopOrphan();
                    FileTrees.delete(data.path());
                } catch (CannotStart inUse) {
                    // another run of the tests is under way
                }
            }
        }
    }

    /// The last that happens in this JVM: what Spring still has open would look for the database, one context after the
    /// other, until it gave up.
    private static void end(EmbeddedPostgres server, DataFolder data) {
        try {
            server.close();
            FileTrees.delete(data.path());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } finally {
            Runtime.getRuntime().halt(0);
        }
    }
}
