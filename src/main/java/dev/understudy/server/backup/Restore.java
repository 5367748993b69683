package dev.understudy.server.backup;

import dev.understudy.server.CommandDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;
import org.postgresql.PGConnection;

/// Fills an empty database with what a backup holds: first the schema of the backup's version, then all rows in one
/// transaction, then the migrations that have been added since.
final class Restore {

    private static final int BUFFER = 1 << 16;

    private static final String OTHERS = """
            select count(*) from pg_stat_activity
            where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend'""";

    private static final String TABLES =
            "select count(*) from pg_class where relnamespace = current_schema()::regnamespace and relkind in ('r', 'p')";

    private static final String KNOWN =
            "select count(*) from pg_class where relnamespace = current_schema()::regnamespace and relname in ('app_user', 'team')";

    /// Beside the server's own account, which a migration makes.
    private static final String PEOPLE = "select (select count(*) from team) + (select count(*) from app_user"
            + " where id <> '00000000-0000-0000-0000-000000000000')";

    private final CommandDatabase database;
    private final BackupFile file;

    Restore(CommandDatabase database, BackupFile file) {
        this.database = database;
        this.file = file;
    }

    /// Does all of it. What fails halfway can be repeated: nobody's data is in the database then.
    ///
    /// @throws CommandFailure if the database is not empty or not alone, or the backup is newer than this software
    Manifest run() throws IOException, SQLException {
        Manifest manifest = file.manifest();
        MigrationVersion version = MigrationVersion.fromVersion(manifest.schema());
        if (version.isNewerThan(newest().getVersion())) {
            throw BackupFile.newer(manifest);
        }
        try (Connection connection = database.connect()) {
            refuseWhatIsInUse(connection);
            migrate(manifest.schema());
            connection.setAutoCommit(false);
            copy(connection, manifest);
            connection.commit();
        }
        migrate(newest().getVersion());
        return manifest;
    }

    private void refuseWhatIsInUse(Connection connection) throws SQLException {
        if (number(connection, OTHERS) > 0) {
            throw new CommandFailure(
                    "Others are connected to the database %s.".formatted(database.place()),
                    "Stop the servers that use it, or give an empty database of its own.");
        }
        boolean hasTables = number(connection, TABLES) > 0;
        boolean isOurs = number(connection, KNOWN) == 2;
        if (hasTables && (!isOurs || number(connection, PEOPLE) > 0)) {
            throw new CommandFailure(
                    "The database %s is not empty.".formatted(database.place()),
                    "Give an empty one by SPRING_DATASOURCE_URL, or a new data folder by UNDERSTUDY_DATA; nothing is"
                            + " ever overwritten.");
        }
    }

    private Flyway flyway(MigrationVersion target) {
        return Flyway.configure()
                .dataSource(database.url(), database.username(), database.password())
                .locations("classpath:db/migration")
                .target(target)
                .load();
    }

    private MigrationInfo newest() {
        MigrationInfo[] all = flyway(MigrationVersion.LATEST).info().all();
        return all[all.length - 1];
    }

    private void migrate(String schema) {
        migrate(MigrationVersion.fromVersion(schema));
    }

    private void migrate(MigrationVersion version) {
        Flyway flyway = flyway(version);
        flyway.migrate();
        MigrationInfo reached = flyway.info().current();
        if (reached == null || !reached.getVersion().equals(version)) {
            throw new CommandFailure(
                    "The database %s cannot be brought to schema %s, which the backup has."
                            .formatted(database.place(), version),
                    "Give an empty database that no later version has started on.");
        }
    }

    private void copy(Connection connection, Manifest manifest) throws IOException, SQLException {
        Map<String, Table> tables =
                Table.all(connection).stream().collect(Collectors.toMap(Table::name, table -> table));
        List<Table> saved =
                manifest.tables().stream().map(Manifest.Contents::table).toList();
        if (!new HashSet<>(saved).equals(new HashSet<>(tables.values()))) {
            throw new CommandFailure(
                    "The tables of the backup are not those of schema %s.".formatted(manifest.schema()),
                    "Restore it with the version that made it, %s.".formatted(manifest.application()));
        }
        try (Statement statement = connection.createStatement()) {
            // Migrations have put rows in, and triggers would put in more.
            statement.execute(saved.stream()
                    .map(table -> Table.quoted(table.name()))
                    .collect(Collectors.joining(", ", "truncate ", "")));
            triggers(statement, saved, "disable");
            for (Manifest.Contents contents : manifest.tables()) {
                copy(connection, contents);
            }
            triggers(statement, saved, "enable");
        }
        for (Map.Entry<String, Long> sequence : manifest.sequences().entrySet()) {
            try (var set = connection.prepareStatement("select setval(?::regclass, ?)")) {
                set.setString(1, Table.quoted(sequence.getKey()));
                set.setLong(2, sequence.getValue());
                set.execute();
            }
        }
    }

    private static void triggers(Statement statement, List<Table> tables, String become) throws SQLException {
        for (Table table : tables) {
            statement.execute("alter table %s %s trigger user".formatted(Table.quoted(table.name()), become));
        }
    }

    private void copy(Connection connection, Manifest.Contents contents) throws IOException, SQLException {
        try (InputStream rows = file.rows(contents)) {
            long copied = connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn(contents.table().copyIn(), rows, BUFFER);
            if (copied != contents.rows()) {
                throw new CommandFailure(
                        "%d of the %d rows of %s went in.".formatted(copied, contents.rows(), contents.name()),
                        "Nothing was kept; try again with another backup.");
            }
        }
    }

    private static long number(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }
}
