package dev.understudy.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

class EmbeddedPostgresIT {

    @TempDir
    private Path temp;

    @Test
    @DisplayName("O2 data survives a restart, and commits wait for the disk")
    void dataSurvivesARestart() throws Exception {
        try (var server = start();
                var connection = connect(server, server.password())) {
            assertThat(value(connection, "show fsync")).isEqualTo("on");
            assertThat(value(connection, "show synchronous_commit")).isEqualTo("on");
            assertThat(value(connection, "show full_page_writes")).isEqualTo("on");
            connection.createStatement().execute("create table kept as select 'still here' as word");
        }
        try (var server = start();
                var connection = connect(server, server.password())) {
            assertThat(value(connection, "select word from kept")).isEqualTo("still here");
        }
    }

    @Test
    @DisplayName("O3 a server left behind by a killed process is stopped and its commits are kept")
    void orphanIsReplaced() throws Exception {
        var abandoned = start();
        try (var connection = connect(abandoned, abandoned.password())) {
            connection.createStatement().execute("create table kept as select 'committed' as word");
        }
        var orphan = postmaster();
        abandoned.abandon();
        assertThat(ProcessHandle.of(orphan)).get().matches(ProcessHandle::isAlive);

        try (var server = start();
                var connection = connect(server, server.password())) {
            assertThat(value(connection, "select word from kept")).isEqualTo("committed");
            assertThat(postmaster()).isNotEqualTo(orphan);
            assertThatThrownBy(() -> connect(abandoned, abandoned.password())).isInstanceOf(SQLException.class);
        }
    }

    @Test
    @DisplayName("O3 a process number that now belongs to somebody else does not hinder the start")
    void staleProcessNumberIsCleared() throws Exception {
        start().close();
        var own = ProcessHandle.current().pid();
        Files.writeString(
                temp.resolve("postgres/postmaster.pid"), own + "\n" + temp.resolve("postgres") + "\n1\n5432\n\n\n");
        try (var server = start();
                var connection = connect(server, server.password())) {
            assertThat(value(connection, "select 1")).isEqualTo("1");
        }
    }

    @Test
    @DisplayName("O4 a second process on the same data folder is refused with a sentence")
    void secondProcessIsRefused() throws Exception {
        try (var _ = start()) {
            assertThatThrownBy(this::start)
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining("process " + ProcessHandle.current().pid())
                    .hasMessageContaining(temp.toString());
        }
    }

    @Test
    @DisplayName("O5 nobody gets in without the password, which only the owner of the folder can read")
    void passwordIsNeeded() throws Exception {
        try (var server = start()) {
            assertThatThrownBy(() -> connect(server, "understudy")).isInstanceOf(SQLException.class);
            for (var file : new String[] {"postgres.password", "postgres.superuser"}) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(temp.resolve(file))))
                        .isEqualTo("rw-------");
            }
            assertThat(server.password()).hasSize(48);
            var source = new PGSimpleDataSource();
            source.setURL(server.url());
            source.setUser(PostgresRoles.SUPERUSER);
            source.setPassword(server.superuserPassword());
            try (var connection = source.getConnection()) {
                assertThat(value(connection, "show listen_addresses")).isEqualTo("127.0.0.1");
                assertThat(value(connection, "show unix_socket_directories")).isEmpty();
            }
        }
    }

    @Test
    @DisplayName("O11 the application's role is no superuser and owns its database")
    void ordinaryRole() throws Exception {
        try (var server = start();
                var connection = connect(server, server.password())) {
            assertThat(value(
                            connection,
                            "select usesuper or usecreatedb or userepl from pg_user where usename = current_user"))
                    .isEqualTo("f");
            assertThat(value(
                            connection,
                            "select pg_get_userbyid(datdba) from pg_database where datname = current_database()"))
                    .isEqualTo("understudy");
            assertThatThrownBy(() -> value(connection, "select pg_read_file('PG_VERSION')"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("permission denied");
            connection.createStatement().execute("create table own (id int generated always as identity)");
            assertThat(Files.readString(temp.resolve("postgres.superuser")).strip())
                    .isNotEqualTo(server.password());
        }
    }

    @Test
    @DisplayName("O11 a folder in which the application was the superuser is upgraded, and keeps what it has")
    void upgrade() throws Exception {
        // As earlier versions made it: one role for everything.
        Files.writeString(temp.resolve("postgres.password"), "0123456789abcdef\n");
        var cluster = new PostgresCluster(temp.resolve("postgres"), PostgresBinaries.unpackedIn(TestPostgres.PROGRAMS));
        cluster.create("0123456789abcdef");
        var port = cluster.start(EmbeddedPostgres.DURABLE);
        var source = new PGSimpleDataSource();
        source.setURL("jdbc:postgresql://127.0.0.1:" + port + "/postgres");
        source.setUser("postgres");
        source.setPassword("0123456789abcdef");
        try (var connection = source.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create role helper superuser login password 'x'");
            source.setUser("helper");
            source.setPassword("x");
        }
        try (var connection = source.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("alter role postgres rename to understudy");
        }
        source.setUser("understudy");
        source.setPassword("0123456789abcdef");
        try (var connection = source.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("drop role helper");
            statement.execute("create database understudy");
        }
        source.setURL("jdbc:postgresql://127.0.0.1:" + port + "/understudy");
        try (var connection = source.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create table kept (id serial primary key, word text)");
            statement.execute("insert into kept (word) values ('still here')");
        }
        cluster.stop();

        for (int time = 0; time < 2; time++) {
            try (var server = start();
                    var connection = connect(server, server.password())) {
                assertThat(server.password()).isEqualTo("0123456789abcdef");
                assertThat(value(connection, "select usesuper from pg_user where usename = current_user"))
                        .isEqualTo("f");
                assertThat(value(connection, "select word from kept")).isEqualTo("still here");
                connection.createStatement().execute("alter table kept add column more" + time + " int");
                connection.createStatement().execute("insert into kept (word) values ('more')");
                assertThat(value(connection, "select count(*) from pg_roles where rolsuper"))
                        .isEqualTo("1");
            }
        }
    }

    @Test
    @DisplayName("O6 data of another major version of PostgreSQL is refused with what to do")
    void otherMajorVersionIsRefused() throws Exception {
        start().close();
        Files.writeString(temp.resolve("postgres/PG_VERSION"), "17\n");
        assertThatThrownBy(this::start)
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("written by PostgreSQL 17")
                .hasMessageContaining("brings PostgreSQL 18")
                .satisfies(
                        refused -> assertThat(((CannotStart) refused).remedy()).contains("pg_dumpall"));
    }

    private EmbeddedPostgres start() throws IOException {
        return EmbeddedPostgres.start(DataFolder.at(temp), TestPostgres.PROGRAMS, EmbeddedPostgres.DURABLE);
    }

    private long postmaster() throws IOException {
        return Long.parseLong(Files.readAllLines(temp.resolve("postgres/postmaster.pid"))
                .getFirst()
                .strip());
    }

    private static Connection connect(EmbeddedPostgres server, String password) throws SQLException {
        var source = new PGSimpleDataSource();
        source.setURL(server.url());
        source.setUser(server.username());
        source.setPassword(password);
        return source.getConnection();
    }

    private static String value(Connection connection, String sql) throws SQLException {
        try (var rows = connection.createStatement().executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
