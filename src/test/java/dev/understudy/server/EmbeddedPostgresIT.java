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
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(temp.resolve("postgres.password"))))
                    .isEqualTo("rw-------");
            assertThat(server.password()).hasSize(48);
            try (var connection = connect(server, server.password())) {
                assertThat(value(connection, "show listen_addresses")).isEqualTo("127.0.0.1");
                assertThat(value(connection, "show unix_socket_directories")).isEmpty();
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
