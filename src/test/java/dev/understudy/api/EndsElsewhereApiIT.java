package dev.understudy.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.understudy.api.ApiWorld.Person;
import dev.understudy.server.Notifications;
import dev.understudy.server.TestDatabase;
import dev.understudy.server.TestNotifications;
import dev.understudy.server.TestPorts;
import dev.understudy.team.Accesses;
import dev.understudy.team.AuditLog;
import dev.understudy.team.Members;
import dev.understudy.team.RightsLog;
import dev.understudy.team.Role;
import dev.understudy.team.Secrets;
import dev.understudy.team.TimeOrderedIds;
import dev.understudy.team.TokenScope;
import dev.understudy.team.account.AccessTokens;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/// A server that looks for itself too rarely to see it in time, and on the same database what another process has to
/// take rights away.
@Timeout(60)
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "understudy.sample=false")
@ExtendWith(OwnServer.class)
@Import({ApiWorld.class, EndsElsewhereApiIT.Rarely.class})
class EndsElsewhereApiIT {

    @TestConfiguration
    static class Rarely {

        @Bean
        @Primary
        StreamPace rarely() {
            return new StreamPace(Duration.ofSeconds(10), Duration.ofHours(1));
        }
    }

    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final String PORTS = TestPorts.range(100);

    /// What is promised is a second; a machine that stands still meanwhile needs longer.
    private static final Duration SOON = Duration.ofSeconds(10);

    @Autowired
    private ApiWorld world;

    private Notifications other;
    private Person owner;
    private Person viewer;
    private String id;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry settings) {
        settings.add("spring.datasource.url", DATABASE::url);
        settings.add("spring.datasource.username", DATABASE::username);
        settings.add("spring.datasource.password", DATABASE::password);
        settings.add("understudy.listener.ports", () -> PORTS);
    }

    @BeforeEach
    void anotherProcess() {
        other = TestNotifications.started(DATABASE);
        owner = world.owner();
        viewer = world.member(owner.team(), Role.VIEWER);
        id = owner.client().create("");
    }

    @AfterEach
    void stop() {
        other.stop();
    }

    private AccessTokens tokensElsewhere() {
        DSLContext sql = DATABASE.dsl();
        Clock clock = Clock.systemUTC();
        TimeOrderedIds ids = new TimeOrderedIds(clock, new SecureRandom());
        return new AccessTokens(
                sql,
                clock,
                ids,
                new Secrets(new SecureRandom()),
                new AuditLog(clock, ids),
                new RightsLog(sql, clock, other));
    }

    @Test
    @DisplayName("P42 a token that another process revokes is refused, although it is remembered here")
    void refused() {
        AccessTokens elsewhere = tokensElsewhere();
        var token = world.token(viewer.actor(), TokenScope.ENVIRONMENT_READ);
        ApiClient client = new ApiClient(world.base(), token.secret());
        assertThat(client.get("/environments/" + id).status()).isEqualTo(200);
        elsewhere.revoke(viewer.actor(), token.token().id());
        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(client.get("/environments/" + id).status()).isEqualTo(401));
    }

    @Test
    @DisplayName("P42 P7 an editor whom another process makes a viewer changes nothing more")
    void demoted() {
        Person editor = world.member(owner.team(), Role.EDITOR);
        String rename = "{\"op\":\"set\",\"node\":\"%s\",\"field\":\"name\",\"value\":\"A\"}"
                .formatted(owner.client().root(id));
        assertThat(editor.client().edit(id, rename).status()).isEqualTo(200);
        world.demote(editor);
        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(editor.client().edit(id, rename).status()).isEqualTo(403));
    }

    @Test
    @DisplayName("A24 a stream ends when its token's time is over, with nothing else to wake it")
    void expired() throws Exception {
        var token = world.token(viewer.actor(), TokenScope.ENVIRONMENT_READ);
        try (EventReader events = new ApiClient(world.base(), token.secret()).follow(id, "")) {
            events.next("listener");
            OffsetDateTime end = OffsetDateTime.now(ZoneOffset.UTC).plusSeconds(2);
            world.expire(token, end);
            events.awaitEnd();
            assertThat(OffsetDateTime.now(ZoneOffset.UTC)).isAfterOrEqualTo(end);
        }
    }

    @Test
    @DisplayName("P42 a stream ends at once when another process revokes its token")
    void revoked() throws Exception {
        AccessTokens elsewhere = tokensElsewhere();
        var token = world.token(viewer.actor(), TokenScope.ENVIRONMENT_READ);
        try (EventReader events = new ApiClient(world.base(), token.secret()).follow(id, "")) {
            events.next("listener");
            elsewhere.revoke(viewer.actor(), token.token().id());
            events.awaitEnd();
        }
    }

    @Test
    @DisplayName("P42 a stream ends at once when another process removes its reader from the team")
    void removed() throws Exception {
        DSLContext sql = DATABASE.dsl();
        Clock clock = Clock.systemUTC();
        AuditLog audit = new AuditLog(clock, new TimeOrderedIds(clock, new SecureRandom()));
        RightsLog rights = new RightsLog(sql, clock, other);
        Members elsewhere = new Members(sql, audit, rights);
        try (EventReader events = viewer.client().follow(id, "")) {
            events.next("listener");
            elsewhere.remove(
                    new Accesses(sql, rights).team(owner.actor(), owner.team()).orElseThrow(),
                    viewer.actor().user());
            events.awaitEnd();
        }
    }
}
