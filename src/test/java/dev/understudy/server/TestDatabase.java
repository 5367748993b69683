package dev.understudy.server;

import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/// A migrated, empty database of its own for a test class. All of them are on one PostgreSQL per JVM and are copies of
/// a template, so that a fresh one costs some tens of milliseconds.
public final class TestDatabase {

    private static final AtomicInteger COUNT = new AtomicInteger();

    private final String name;
    private final String url;
    private final String username;
    private final String password;

    private TestDatabase(String name, String url, String username, String password) {
        this.name = name;
        this.url = url;
        this.username = username;
        this.password = password;
    }

    private static TestDatabase next() {
        var server = TestPostgres.running();
        var name = "test_" + COUNT.incrementAndGet();
        return new TestDatabase(name, server.url(name), server.username(), server.password());
    }

    /// That of another process, which is there as long as that process is.
    public static TestDatabase at(String url, String username, String password) {
        return new TestDatabase(url, url, username, password);
    }

    public static TestDatabase fresh() {
        var database = next();
        synchronized (Template.NAME) {
            execute(
                    Template.READY,
                    "create database " + database.name + " template " + Template.NAME + " owner "
                            + PostgresRoles.APPLICATION);
        }
        return database;
    }

    /// One without any table.
    public static TestDatabase empty() {
        var database = next();
        execute(TestPostgres.running(), "create database " + database.name + " owner " + PostgresRoles.APPLICATION);
        return database;
    }

    public String url() {
        return url;
    }

    public String username() {
        return username;
    }

    public String password() {
        return password;
    }

    /// Opens a connection for each use: for a test that is no cost worth a pool.
    public DataSource dataSource() {
        return source(url, username, password);
    }

    public DSLContext dsl() {
        return DSL.using(dataSource(), SQLDialect.POSTGRES);
    }

    private static PGSimpleDataSource source(String url, String username, String password) {
        var source = new PGSimpleDataSource();
        source.setURL(url);
        source.setUser(username);
        source.setPassword(password);
        return source;
    }

    private static void execute(EmbeddedPostgres server, String sql) {
        var superuser = source(server.url("postgres"), PostgresRoles.SUPERUSER, server.superuserPassword());
        try (var connection = superuser.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException(sql, failure);
        }
    }

    /// Gives a fresh database and ports for its listeners to a Spring context: `@ContextConfiguration(initializers =
    /// TestDatabase.ForSpring.class)`. A context that needs more ports than others says how many in `test.ports`.
    /// Contexts are kept between test classes, so classes with the same configuration share one.
    public static final class ForSpring implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        private static final int PORTS = 100;

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            var database = TestDatabase.fresh();
            var ports = context.getEnvironment().getProperty("test.ports", Integer.class, PORTS);
            Map<String, Object> settings = Map.of(
                    "understudy.listener.ports", TestPorts.range(ports),
                    "spring.datasource.url", database.url(),
                    "spring.datasource.username", database.username(),
                    "spring.datasource.password", database.password());
            context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test database", settings));
        }
    }

    private static final class Template {

        static final String NAME = "migrated";
        static final EmbeddedPostgres READY = migrated();

        private static EmbeddedPostgres migrated() {
            var server = TestPostgres.running();
            execute(server, "create database " + NAME + " owner " + PostgresRoles.APPLICATION);
            Flyway.configure()
                    .dataSource(source(server.url(NAME), server.username(), server.password()))
                    .locations("classpath:db/migration")
                    .load()
                    .migrate();
            return server;
        }
    }
}
