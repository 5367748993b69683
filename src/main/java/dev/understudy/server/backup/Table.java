package dev.understudy.server.backup;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// One table of the application; none of those whose rows a crash may lose, and not what mocks were asked.
///
/// @param columns those that are stored, in the order of the table
record Table(String name, List<String> columns) {

    /// What Flyway keeps of itself: restoring migrates, and so writes it anew.
    static final String MIGRATIONS = "flyway_schema_history";

    private static final String COLUMNS = """
            select c.relname, a.attname
            from pg_class c join pg_attribute a on a.attrelid = c.oid
            where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
              and c.relpersistence = 'p'
              and c.relname not in ('flyway_schema_history', 'kept_exchange') and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
            order by c.relname, a.attnum""";

    private static final String REFERENCES = """
            select r.relname, t.relname
            from pg_constraint k join pg_class r on r.oid = k.conrelid join pg_class t on t.oid = k.confrelid
            where k.contype = 'f' and r.relnamespace = current_schema()::regnamespace and r.oid <> t.oid""";

    /// All tables, each one after those that it refers to.
    static List<Table> all(Connection connection) throws SQLException {
        Map<String, List<String>> columns = new LinkedHashMap<>();
        each(
                connection,
                COLUMNS,
                row -> columns.computeIfAbsent(row.getString(1), name -> new ArrayList<>())
                        .add(row.getString(2)));
        Map<String, Set<String>> references = new LinkedHashMap<>();
        columns.keySet().forEach(name -> references.put(name, new TreeSet<>()));
        each(
                connection,
                REFERENCES,
                row -> references
                        .getOrDefault(row.getString(1), new TreeSet<>())
                        .add(row.getString(2)));
        return inOrder(references).stream()
                .map(name -> new Table(name, List.copyOf(columns.getOrDefault(name, List.of()))))
                .toList();
    }

    /// Puts the names so that each one comes after those that it refers to.
    static List<String> inOrder(Map<String, Set<String>> references) {
        Set<String> left = new TreeSet<>(references.keySet());
        List<String> order = new ArrayList<>();
        while (!left.isEmpty()) {
            List<String> next = left.stream()
                    .filter(name ->
                            references.getOrDefault(name, Set.of()).stream().noneMatch(left::contains))
                    .toList();
            if (next.isEmpty()) {
                throw new IllegalStateException("tables that refer to one another in a circle: " + left);
            }
            order.addAll(next);
            next.forEach(left::remove);
        }
        return order;
    }

    String copyOut() {
        return "copy (select %s from %s) to stdout".formatted(list(), quoted(name));
    }

    String copyIn() {
        return "copy %s (%s) from stdin".formatted(quoted(name), list());
    }

    static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    private String list() {
        return String.join(", ", columns.stream().map(Table::quoted).toList());
    }

    interface RowReader {
        void read(ResultSet row) throws SQLException;
    }

    static void each(Connection connection, String query, RowReader reader) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            while (rows.next()) {
                reader.read(rows);
            }
        }
    }
}
