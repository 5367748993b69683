package dev.understudy.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class MigrationIT {

    private static final String ENVIRONMENT = "00000000-0000-7000-8000-000000000002";

    private static final String BRANCH = "00000000-0000-7000-8000-000000000003";

    @Test
    @DisplayName(
            "P45 tokens of admin APIs that were kept as they are become hashes, and go on opening what they opened")
    void adminTokens() throws Exception {
        DataSource source = TestDatabase.empty().dataSource();
        migrate(source, "8");
        DSLContext sql = DSL.using(source, SQLDialect.POSTGRES);
        sql.execute("insert into team values ('00000000-0000-7000-8000-000000000001', 'Ours', now())");
        sql.execute(
                "insert into environment (id, team_id, name, created_by, created_at) values ('" + ENVIRONMENT
                        + "', '00000000-0000-7000-8000-000000000001', 'Orders', '00000000-0000-0000-0000-000000000000', now())");
        sql.execute("insert into branch (id, environment_id, name) values ('" + BRANCH + "', '" + ENVIRONMENT
                + "', 'main')");
        sql.execute("insert into listener (environment_id, wanted, token, updated_at) values ('" + ENVIRONMENT
                + "', 'stopped', 'the old tökén', now())");
        migrate(source, "latest");
        assertThat(sql.fetchSingle("select token_hash, token_by, token_at from listener")
                        .intoArray())
                .containsExactly(
                        MessageDigest.getInstance("SHA-256").digest("the old tökén".getBytes(StandardCharsets.UTF_8)),
                        null,
                        null);
        assertThat(sql.fetch("select column_name from information_schema.columns where table_name = 'listener'")
                        .map(found -> found.get(0, String.class)))
                .doesNotContain("token");
    }

    @Test
    @DisplayName("L128 listeners and links of before belong to the main branch of their environment")
    void branches() throws Exception {
        DataSource source = TestDatabase.empty().dataSource();
        migrate(source, "14");
        DSLContext sql = DSL.using(source, SQLDialect.POSTGRES);
        String person = "00000000-0000-7000-8000-000000000004";
        sql.execute("insert into team values ('00000000-0000-7000-8000-000000000001', 'Ours', now())");
        sql.execute("insert into app_user (id, email, display_name, password_hash, created_at) values ('" + person
                + "', 'ana@example.org', 'Ana', '', now())");
        sql.execute(
                "insert into environment (id, team_id, name, created_by, created_at) values ('" + ENVIRONMENT
                        + "', '00000000-0000-7000-8000-000000000001', 'Orders', '00000000-0000-0000-0000-000000000000', now())");
        sql.execute("insert into branch (id, environment_id, name) values ('" + BRANCH + "', '" + ENVIRONMENT
                + "', 'main')");
        sql.execute("insert into listener (environment_id, wanted, port, secure, updated_at) values ('" + ENVIRONMENT
                + "', 'running', 3100, true, now())");
        sql.execute("insert into link (id, environment_id, token_hash, created_by, created_at) values ('" + person
                + "', '" + ENVIRONMENT + "', '\\x01', '" + person + "', now())");
        migrate(source, "latest");
        assertThat(sql.fetchSingle("select branch_id::text, wanted, port, secure from listener")
                        .intoArray())
                .containsExactly(BRANCH, "running", 3100, true);
        assertThat(sql.fetchSingle("select branch_id::text from link").get(0)).isEqualTo(BRANCH);
    }

    private static void migrate(DataSource source, String target) {
        Flyway.configure()
                .dataSource(source)
                .locations("classpath:db/migration")
                .target(target)
                .load()
                .migrate();
    }
}
