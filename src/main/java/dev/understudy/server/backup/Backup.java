package dev.understudy.server.backup;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.postgresql.PGConnection;

/// Writes a database into a file as it is at one moment, while others go on writing to it. What it needs of memory does
/// not depend on what there is.
final class Backup {

    /// Nothing but a migration makes this wait; the rest takes as long as it takes.
    private static final String PATIENCE =
            "set statement_timeout = 0; set idle_in_transaction_session_timeout = 0; set lock_timeout = '60s'";

    private static final String SCHEMA =
            "select version from flyway_schema_history where success and version is not null order by installed_rank";

    private static final String SEQUENCES =
            "select sequencename, last_value from pg_sequences where schemaname = current_schema() and last_value is not null";

    private final Connection connection;
    private final String application;

    /// @param connection in its state of the beginning; it stays open
    /// @param application the version of this software
    Backup(Connection connection, String application) {
        this.connection = connection;
        this.application = application;
    }

    /// Writes all of it, without closing what it writes to.
    ///
    /// @throws CommandFailure if there is no database of Understudy, or one that is just being migrated
    Manifest writeTo(OutputStream target) throws IOException, SQLException {
        List<Table> tables = locked();
        List<Manifest.Contents> contents = new ArrayList<>();
        try (ZipOutputStream zip = new ZipOutputStream(new LeftOpen(target))) {
            for (Table table : tables) {
                contents.add(write(table, zip));
            }
            Manifest manifest = new Manifest(
                    Manifest.FORMAT,
                    application,
                    text(SCHEMA),
                    text("select to_char(now() at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.MS\"Z\"')"),
                    contents,
                    sequences());
            zip.putNextEntry(new ZipEntry(Manifest.ENTRY));
            zip.write(manifest.json());
            return manifest;
        } finally {
            connection.rollback();
        }
    }

    /// The tables, which nobody can change but in their rows until the end of the transaction. They are locked before
    /// the transaction sees anything, so what it sees are tables of after the last migration.
    private List<Table> locked() throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(PATIENCE);
            List<Table> before = Table.all(connection);
            if (before.stream().noneMatch(table -> table.name().equals("environment"))) {
                throw new CommandFailure(
                        "There is no Understudy in this database.", "Give the database that the server uses.");
            }
            connection.setAutoCommit(false);
            connection.setReadOnly(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            statement.execute(before.stream()
                    .map(table -> Table.quoted(table.name()))
                    .collect(Collectors.joining(", ", "lock table ", " in access share mode")));
            if (!Table.all(connection).equals(before)) {
                throw new CommandFailure("The database is just being migrated.", "Try again in a moment.");
            }
            return before;
        }
    }

    private Manifest.Contents write(Table table, ZipOutputStream zip) throws IOException, SQLException {
        zip.putNextEntry(new ZipEntry(Manifest.entryOf(table.name())));
        MessageDigest digest = sha256();
        long rows = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyOut(table.copyOut(), new DigestOutputStream(zip, digest));
        zip.closeEntry();
        return new Manifest.Contents(
                table.name(), table.columns(), rows, HexFormat.of().formatHex(digest.digest()));
    }

    /// The last row of a query with one column.
    private String text(String query) throws SQLException {
        List<String> found = new ArrayList<>();
        Table.each(connection, query, row -> found.add(row.getString(1)));
        return found.getLast();
    }

    private SortedMap<String, Long> sequences() throws SQLException {
        SortedMap<String, Long> last = new TreeMap<>();
        Table.each(connection, SEQUENCES, row -> last.put(row.getString(1), row.getLong(2)));
        return last;
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    /// Is not closed with the zip.
    private static final class LeftOpen extends FilterOutputStream {

        LeftOpen(OutputStream target) {
            super(target);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
