package dev.understudy.server;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.ds.PGSimpleDataSource;

/// Who is who in the embedded PostgreSQL: the superuser looks after the cluster at the start and does nothing else; the
/// application works as an ordinary role that owns its database. In folders of earlier versions the application's role
/// was the superuser itself: that one gets the name of the superuser, and an ordinary role takes its place. Each step
/// can be repeated after a crash.
final class PostgresRoles {

    static final String SUPERUSER = "postgres";
    static final String APPLICATION = "understudy";
    static final String DATABASE = "understudy";

    private static final String UPGRADE = "understudy_upgrade";
    private static final String WRONG_PASSWORD = "28P01";

    /// Everything in the database that the application did not make as itself. Sequences of columns follow their table.
    private static final String OWN_ALL = """
            do $$
            declare found regclass;
            begin
              for found in
                select c.oid from pg_class c join pg_namespace n on n.oid = c.relnamespace
                where n.nspname !~ '^pg_' and n.nspname <> 'information_schema' and c.relkind in ('r', 'p', 'v', 'm', 'S')
                  and c.relowner <> 'understudy'::regrole
                  and not exists (select from pg_depend d where d.objid = c.oid and d.deptype in ('a', 'i') and c.relkind = 'S')
              loop
                execute format('alter table %s owner to understudy', found);
              end loop;
            end $$""";

    private final int port;
    private final String superuserPassword;
    private final String password;

    /// @param superuserPassword digits and letters only, as the other one
    PostgresRoles(int port, String superuserPassword, String password) {
        this.port = port;
        this.superuserPassword = superuserPassword;
        this.password = password;
    }

    /// Makes all of it so.
    void arrange() throws SQLException {
        if (!knowsSuperuser()) {
            renameSuperuser();
        }
        try (var connection = connect(SUPERUSER, superuserPassword, "postgres");
                var statement = connection.createStatement()) {
            statement.execute("drop role if exists " + UPGRADE);
            if (!exists(statement, "select from pg_roles where rolname = '" + APPLICATION + "'")) {
                statement.execute("create role " + APPLICATION + " login");
            }
            statement.execute("alter role " + APPLICATION + " password '" + password + "'");
            if (exists(statement, "select from pg_database where datname = '" + DATABASE + "'")) {
                statement.execute("alter database " + DATABASE + " owner to " + APPLICATION);
            } else {
                statement.execute("create database " + DATABASE + " owner " + APPLICATION);
            }
        }
        try (var connection = connect(SUPERUSER, superuserPassword, DATABASE);
                var statement = connection.createStatement()) {
            statement.execute(OWN_ALL);
        }
    }

    private boolean knowsSuperuser() throws SQLException {
        try (var _ = connect(SUPERUSER, superuserPassword, "postgres")) {
            return true;
        } catch (SQLException failure) {
            if (WRONG_PASSWORD.equals(failure.getSQLState())) {
                return false;
            }
            throw failure;
        }
    }

    /// The role that made the cluster stays its superuser for ever, and nobody can rename themselves.
    private void renameSuperuser() throws SQLException {
        try (var connection = connect(APPLICATION, password, "postgres");
                var statement = connection.createStatement()) {
            if (!exists(statement, "select from pg_roles where rolname = '" + UPGRADE + "'")) {
                statement.execute("create role " + UPGRADE + " superuser login");
            }
            statement.execute("alter role " + UPGRADE + " password '" + superuserPassword + "'");
        }
        try (var connection = connect(UPGRADE, superuserPassword, "postgres");
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("alter role " + APPLICATION + " rename to " + SUPERUSER);
            statement.execute("alter role " + SUPERUSER + " password '" + superuserPassword + "'");
            connection.commit();
        }
    }

    private Connection connect(String role, String secret, String database) throws SQLException {
        var source = new PGSimpleDataSource();
        source.setURL("jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database));
        source.setUser(role);
        source.setPassword(secret);
        return source.getConnection();
    }

    private static boolean exists(Statement statement, String query) throws SQLException {
        try (var found = statement.executeQuery(query)) {
            return found.next();
        }
    }
}
