package dev.understudy.hosting.resend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.understudy.collab.TestProcess;
import dev.understudy.environment.EnvironmentId;
import dev.understudy.environment.Schema;
import dev.understudy.hosting.listener.ListenerState;
import dev.understudy.hosting.listener.TestHost;
import dev.understudy.hosting.listener.TwoProcesses;
import dev.understudy.hosting.runtime.Resends;
import dev.understudy.hosting.wire.Talker;
import dev.understudy.hosting.wire.Wire;
import dev.understudy.mock.MockFixture;
import dev.understudy.team.Access;
import dev.understudy.team.Forbidden;
import dev.understudy.team.Role;
import dev.understudy.team.TestAccess;
import dev.understudy.traffic.BodyExcerpt;
import dev.understudy.traffic.Exchange;
import dev.understudy.traffic.ExchangeJson;
import dev.understudy.traffic.HeaderLine;
import dev.understudy.traffic.Traffic;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ResendingIT extends TwoProcesses {

    private static final String ASKED = "POST /api/a%2Fb/../x?q=%zz HTTP/1.1\r\nHost: shop.example\r\n"
            + "Content-Length: 4\r\nX-Api-Key: s3cr3t\r\nx-Odd:  spaced \r\n\r\nbody";

    private Resending here;
    private Resending there;
    private int port;

    @BeforeEach
    void both() {
        here = resending(host);
        there = resending(other);
        port = ((ListenerState.Running) host.listeners.start(ana, Optional.empty())).port();
    }

    private static Resending resending(TestHost host) {
        return new Resending(host.listeners, new ResendStore(host.process.sql), host.process.notifications);
    }

    private Traffic traffic() {
        return host.listeners.trafficHere(ana.branch().id()).orElseThrow();
    }

    private Exchange asked(String request) throws Exception {
        int before = traffic().exchanges().size();
        Wire.ask(port, request);
        await().until(() -> traffic().exchanges().size() > before);
        return traffic().exchanges().getLast();
    }

    /// As another process, or somebody later, sees it.
    private static Exchange masked(Exchange exchange) {
        return ExchangeJson.read(ExchangeJson.write(exchange, BodyExcerpt.MAX_BYTES));
    }

    private Exchange made(Resent outcome) {
        assertThat(outcome).isInstanceOf(Resent.Sent.class);
        UUID id = ((Resent.Sent) outcome).exchange().orElseThrow();
        return traffic().find(id).orElseThrow();
    }

    @Test
    @DisplayName("L155 a request is sent again as it came, byte for byte, with its credentials, in whose name it says")
    void again() throws Exception {
        Exchange first = asked(ASKED);
        Exchange second = made(here.send(ana, first, false));
        assertThat(second.requestHeaders()).isEqualTo(first.requestHeaders());
        assertThat(second.method() + second.path() + "?" + second.query()).isEqualTo("POST/api/a%2Fb/../x?q=%zz");
        assertThat(second.requestBody().text()).contains("body");
        assertThat(second.status()).isEqualTo(first.status());
        assertThat(second.sequel().sentAgainBy()).isEqualTo("Ana");
        assertThat(first.sequel().sentAgainBy()).isEmpty();
    }

    @Test
    @DisplayName("L155 the same from another process, which never sees the credentials")
    void fromElsewhere() throws Exception {
        Exchange first = asked(ASKED);
        Exchange shown = masked(first);
        assertThat(shown.requestHeaders()).contains(new HeaderLine("X-Api-Key", "[REDACTED]"));
        Exchange second = made(there.send(ana, shown, false));
        assertThat(second.requestHeaders()).isEqualTo(first.requestHeaders());
        assertThat(second.sequel().sentAgainBy()).isEqualTo("Ana");
        assertThat(masked(second).sequel().sentAgainBy()).isEqualTo("Ana");
    }

    @Test
    @DisplayName("L156 what is not in memory any more goes without its secrets, if somebody wants that, and not before")
    void forgotten() throws Exception {
        Exchange shown = masked(asked(ASKED));
        traffic().clear();
        for (Resending process : List.of(here, there)) {
            assertThat(process.send(ana, shown, false)).isEqualTo(new Resent.WithoutSecrets(List.of("X-Api-Key")));
            assertThat(traffic().exchanges()).isEmpty();
            Exchange second = made(process.send(ana, shown, true));
            assertThat(second.requestHeaders())
                    .extracting(HeaderLine::name)
                    .contains("Host", "x-Odd")
                    .doesNotContain("X-Api-Key");
            traffic().clear();
        }
        Exchange harmless = masked(asked("GET /api/a HTTP/1.1\r\nHost: x\r\n\r\n"));
        traffic().clear();
        assertThat(made(there.send(ana, harmless, false)).responseBody().text()).contains("one");
    }

    @Test
    @DisplayName("L156 a body that is cut, a WebSocket and what a stopped mock was asked are not sent, which is said")
    void refused() throws Exception {
        Exchange cut = asked("POST /api/a HTTP/1.1\r\nHost: x\r\nContent-Length: 40000\r\n\r\n" + "b".repeat(40_000));
        assertThat(there.send(ana, cut, true)).isEqualTo(Resent.Refused.of(Resent.Why.CUT));
        try (Talker talker = Talker.open(port, "/api/chat")) {
            talker.say("x");
            Exchange socket = traffic().exchanges().getLast();
            assertThat(here.send(ana, socket, false)).isEqualTo(Resent.Refused.of(Resent.Why.SOCKET));
        }
        Exchange plain = asked("GET /api/a HTTP/1.1\r\nHost: x\r\n\r\n");
        Access viewer = TestAccess.of(environment, Role.VIEWER, ANA);
        assertThatThrownBy(() -> here.send(viewer, plain, false)).isInstanceOf(Forbidden.class);
        host.listeners.stop(ana);
        assertThat(here.send(ana, plain, false)).isEqualTo(Resent.Refused.of(Resent.Why.STOPPED));
        assertThat(there.send(ana, plain, false)).isEqualTo(Resent.Refused.of(Resent.Why.STOPPED));
    }

    @Test
    @DisplayName("L155 over TLS too")
    void overTls() throws Exception {
        Exchange first = asked(ASKED);
        EnvironmentId secure = host.process.create(
                ANA,
                new MockFixture()
                        .setting(Schema.ENVIRONMENT_TLS, true)
                        .route("post", "*", "safe")
                        .environment());
        Access access = TestProcess.access(secure, ANA);
        assertThat(host.listeners.start(access, Optional.empty())).isInstanceOf(ListenerState.Running.class);
        Resent outcome = here.send(access, first, false);
        assertThat(outcome).isInstanceOf(Resent.Sent.class);
        Exchange made = host.listeners
                .trafficHere(access.branch().id())
                .orElseThrow()
                .exchanges()
                .getLast();
        assertThat(made.responseBody().text()).contains("safe");
        assertThat(made.requestHeaders()).isEqualTo(first.requestHeaders());
    }

    @Test
    @DisplayName("L157 nobody outside can say that somebody sent something again")
    void forged() throws Exception {
        Exchange forged = asked("GET /api/a HTTP/1.1\r\nHost: x\r\nunderstudy-again: mine\r\n\r\n");
        assertThat(forged.sequel().sentAgainBy()).isEmpty();
        assertThat(forged.requestHeaders()).contains(new HeaderLine("understudy-again", "mine"));
    }

    @Test
    @DisplayName("L157 a mock is sent 60 requests again in a minute at most")
    void rate() {
        Resends resends = new Resends();
        long second = 1_000_000_000;
        for (int at = 0; at < Resends.MOST_IN_A_MINUTE; at++) {
            assertThat(resends.mayGo(at * second)).isTrue();
        }
        assertThat(resends.mayGo(60 * second)).isFalse();
        assertThat(resends.mayGo(61 * second)).isTrue();
    }

    @Test
    @DisplayName("L157 outcomes are told to other processes as they are")
    void texts() {
        UUID id = new UUID(1, 2);
        for (Resent outcome : List.of(
                new Resent.Sent(Optional.of(id)),
                new Resent.Sent(Optional.empty()),
                new Resent.WithoutSecrets(List.of("Cookie", "X-Api-Key")),
                Resent.Refused.of(Resent.Why.TOO_MANY))) {
            assertThat(ResentText.read(ResentText.write(outcome))).isEqualTo(outcome);
        }
        assertThat(ResentText.read("SOMETHING_LATER")).isEqualTo(Resent.Refused.of(Resent.Why.FAILED));
    }
}
