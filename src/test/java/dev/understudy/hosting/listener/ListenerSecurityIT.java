package dev.understudy.hosting.listener;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.understudy.collab.TestProcess;
import dev.understudy.edit.Change;
import dev.understudy.edit.Edit;
import dev.understudy.environment.EnvironmentId;
import dev.understudy.environment.Node;
import dev.understudy.environment.Problem;
import dev.understudy.environment.Schema;
import dev.understudy.hosting.wire.Wire;
import dev.understudy.mock.MockFixture;
import dev.understudy.team.Access;
import dev.understudy.team.Forbidden;
import dev.understudy.team.Role;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ListenerSecurityIT extends TwoProcesses {

    @Test
    @DisplayName("L70 with TLS the URL says https; a change counts from the next start, and the problems say so")
    void tls() {
        EnvironmentId secure = host.process.create(
                ANA,
                new MockFixture()
                        .setting(Schema.ENVIRONMENT_PORT, first + 5)
                        .setting(Schema.ENVIRONMENT_TLS, true)
                        .environment());
        Access access = TestProcess.access(secure, ANA);
        ListenerState running = host.listeners.start(access, Optional.empty());
        assertThat(running)
                .isEqualTo(new ListenerState.Running(first + 5, "https://localhost:" + (first + 5)))
                .isEqualTo(other.listeners.state(access));
        Node root = host.process.rooms.open(access).snapshot().environment().root();
        host.process
                .rooms
                .open(access)
                .submit(
                        new Change(
                                "c-1",
                                SEQ.incrementAndGet(),
                                1,
                                List.of(new Edit.Set(root.id(), Schema.ENVIRONMENT_TLS.key(), false))),
                        access);
        assertThat(host.listeners.problems(access)).extracting(Problem::field).contains(Schema.ENVIRONMENT_TLS.key());
        host.listeners.stop(access);
        assertThat(host.listeners.start(access, Optional.empty()))
                .isEqualTo(new ListenerState.Running(first + 5, "http://localhost:" + (first + 5)));
        assertThat(host.listeners.problems(access)).isEmpty();
    }

    @Test
    @DisplayName("L72 a listener whose certificate is missing does not start, and says why")
    void missingCertificate() {
        EnvironmentId secure = host.process.create(
                ANA,
                new MockFixture()
                        .setting(Schema.ENVIRONMENT_TLS, true)
                        .setting(Schema.ENVIRONMENT_TLS_CERT, "cert.pem")
                        .setting(Schema.ENVIRONMENT_TLS_KEY, "key.pem")
                        .environment());
        Access access = TestProcess.access(secure, ANA);
        assertThat(host.listeners.start(access, Optional.empty()))
                .asString()
                .contains("The key file \"key.pem\" is not among the files of the environment.");
    }

    @Test
    @DisplayName(
            "L80 a listener has a token of its own for its admin API once an editor made one, the same after a restart")
    void adminToken() throws Exception {
        assertThat(host.listeners.adminEntry(ana).token()).isEmpty();
        start(Optional.empty());
        assertThat(host.listeners.adminEntry(ana).token()).isEmpty();
        assertThat(welcome("")).startsWith("HTTP/1.1 401");
        String token = host.listeners.renewAdminToken(ana).secret();
        assertThat(other.listeners.adminEntry(ana).token()).isPresent();
        assertThat(host.listeners.adminEntry(ana).url())
                .hasValue("http://localhost:%d/mockoon-admin".formatted(first + 3));
        assertThat(welcome(token)).startsWith("HTTP/1.1 200");
        assertThat(welcome("wrong")).startsWith("HTTP/1.1 401");
        host.listeners.stop(ana);
        start(Optional.empty());
        assertThat(welcome(token)).startsWith("HTTP/1.1 200");
        Access viewer = TestProcess.access(environment, ANA, Role.VIEWER);
        assertThatThrownBy(() -> host.listeners.adminEntry(viewer)).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> host.listeners.renewAdminToken(viewer)).isInstanceOf(Forbidden.class);
    }

    @Test
    @DisplayName("L85 a new token takes the place of the old one, whichever process made it, and ends event streams")
    void newAdminToken() throws Exception {
        String early = host.listeners.renewAdminToken(ana).secret();
        assertThat(host.listeners.adminEntry(ana).url()).isEmpty();
        start(Optional.empty());
        assertThat(welcome(early)).startsWith("HTTP/1.1 200");
        try (Wire stream = new Wire(first + 3)) {
            stream.send("GET /mockoon-admin/events?token=" + early + " HTTP/1.1\r\nHost: x\r\n\r\n");
            assertThat(stream.head()).startsWith("HTTP/1.1 200");
            String token = host.listeners.renewAdminToken(ana).secret();
            assertThat(stream.closesWithin(5_000)).isTrue();
            assertThat(welcome(early)).startsWith("HTTP/1.1 401");
            assertThat(welcome(token)).startsWith("HTTP/1.1 200");
            String elsewhere = other.listeners.renewAdminToken(ana).secret();
            await().untilAsserted(() -> assertThat(welcome(elsewhere)).startsWith("HTTP/1.1 200"));
            assertThat(welcome(token)).startsWith("HTTP/1.1 401");
        }
    }

    private String welcome(String token) throws Exception {
        return Wire.ask(
                first + 3, "GET /mockoon-admin HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + token + "\r\n\r\n");
    }
}
