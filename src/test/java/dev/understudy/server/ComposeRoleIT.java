package dev.understudy.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.Understudy;
import java.io.Reader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.yaml.snakeyaml.Yaml;

/// What `compose.yaml` tells a new PostgreSQL to do, done to one without containers.
class ComposeRoleIT {

    private static final String PASSWORD = "it's $5 \\ \"safe\"";

    private static final Pattern SCRIPT = Pattern.compile(
            "psql --set ON_ERROR_STOP=1 --set password=\"\\$POSTGRES_PASSWORD\" --username postgres <<'SQL'\n(.*)\nSQL\n",
            Pattern.DOTALL);

    @TempDir
    private Path temp;

    @Test
    @DisplayName(
            "O11 the role that compose.yaml makes is an ordinary one, with which the application starts and migrates")
    void ordinaryRole() throws Exception {
        PostgresCluster cluster =
                new PostgresCluster(temp.resolve("postgres"), PostgresBinaries.unpackedIn(TestPostgres.PROGRAMS));
        cluster.create("super");
        int port = cluster.start(Map.of("fsync", "off"));
        try {
            try (Connection superuser = connect(port, "postgres", "super", "postgres")) {
                for (String statement : statements()) {
                    superuser.createStatement().execute(statement);
                }
            }
            try (Connection role = connect(port, "understudy", PASSWORD, "understudy")) {
                assertThat(value(
                                role,
                                "select rolsuper or rolcreatedb or rolcreaterole or rolreplication or rolbypassrls"
                                        + " from pg_roles where rolname = current_user"))
                        .isEqualTo("f");
                assertThat(value(
                                role,
                                "select pg_get_userbyid(datdba) from pg_database where datname = current_database()"))
                        .isEqualTo("understudy");
            }
            assertStarts(port);
            try (Connection role = connect(port, "understudy", PASSWORD, "understudy")) {
                assertThat(value(role, "select bool_and(success) from flyway_schema_history"))
                        .isEqualTo("t");
            }
        } finally {
            cluster.stop();
        }
    }

    private static void assertStarts(int port) throws Exception {
        try (var context = new SpringApplicationBuilder(Understudy.class)
                .run(
                        "--server.port=0",
                        "--understudy.sample=false",
                        "--spring.datasource.url=" + url(port, "understudy"),
                        "--spring.datasource.username=understudy",
                        "--spring.datasource.password=" + PASSWORD)) {
            String address = "http://localhost:" + context.getEnvironment().getProperty("local.server.port");
            try (HttpClient http = HttpClient.newHttpClient()) {
                HttpRequest health = HttpRequest.newBuilder(URI.create(address + "/actuator/health"))
                        .build();
                assertThat(http.send(health, BodyHandlers.ofString()).body()).contains("UP");
            }
        }
    }

    /// The statements of the script, with the password where psql would put it.
    private static String[] statements() throws Exception {
        Map<String, Map<String, Map<String, String>>> compose;
        try (Reader file = Files.newBufferedReader(Path.of("compose.yaml"))) {
            compose = new Yaml().load(file);
        }
        // a dollar is doubled in the file, so that compose does not take it for its own
        String script = compose.get("configs").get("role").get("content").replace("$$", "$");
        Matcher matcher = SCRIPT.matcher(script);
        assertThat(matcher.matches()).as(script).isTrue();
        String sql = matcher.group(1);
        assertThat(sql).contains(":'password'");
        return sql.replace(":'password'", "'" + PASSWORD.replace("'", "''") + "'")
                .split(";\\s*", -1);
    }

    private static Connection connect(int port, String role, String password, String database) throws SQLException {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setURL(url(port, database));
        source.setUser(role);
        source.setPassword(password);
        return source.getConnection();
    }

    private static String url(int port, String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
    }

    private static String value(Connection connection, String query) throws SQLException {
        try (var result = connection.createStatement().executeQuery(query)) {
            result.next();
            return result.getString(1);
        }
    }
}
