package dev.understudy.hosting.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.understudy.environment.EnvironmentId;
import dev.understudy.hosting.listener.ListenerState;
import dev.understudy.hosting.listener.TestHost;
import dev.understudy.hosting.listener.TwoProcesses;
import dev.understudy.hosting.wire.Talker;
import dev.understudy.hosting.wire.Wire;
import dev.understudy.server.Subscription;
import dev.understudy.team.Access;
import dev.understudy.team.Forbidden;
import dev.understudy.team.Role;
import dev.understudy.team.TestAccess;
import dev.understudy.traffic.Conversation;
import dev.understudy.traffic.Exchange;
import dev.understudy.traffic.ExchangeIds;
import dev.understudy.traffic.Glimpse;
import dev.understudy.traffic.HeaderLine;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class TrafficFeedIT extends TwoProcesses {

    private TrafficMirror mirrorHere;
    private TrafficMirror mirrorThere;
    private TrafficFeed here;
    private TrafficFeed there;
    private int port;

    @BeforeEach
    void watch() {
        TrafficMirrorStore storeHere = new TrafficMirrorStore(host.process.sql);
        mirrorHere = mirror(host, storeHere);
        here = new TrafficFeed(host.listeners, mirrorHere, storeHere, host.kept);
        TrafficMirrorStore storeThere = new TrafficMirrorStore(other.process.sql);
        mirrorThere = mirror(other, storeThere);
        there = new TrafficFeed(other.listeners, mirrorThere, storeThere, other.kept);
        port = ((ListenerState.Running) host.listeners.start(ana, Optional.empty())).port();
    }

    @AfterEach
    void end() {
        mirrorHere.stop();
        mirrorThere.stop();
    }

    private static TrafficMirror mirror(TestHost host, TrafficMirrorStore store) {
        TrafficMirror mirror = new TrafficMirror(host.listeners, store, host.process.notifications, host.keeper);
        mirror.start();
        return mirror;
    }

    private static List<String> paths(List<Exchange> exchanges) {
        return exchanges.stream().map(Exchange::path).toList();
    }

    @Test
    @DisplayName("L59 what a listener was asked is told in each process, with its reasons and without secrets")
    void everywhere() throws Exception {
        Wire.get(port, "/api/a");
        Wire.ask(port, "GET /api/b HTTP/1.1\r\nHost: x\r\nX-Api-Key: s3cr3t\r\n\r\n");
        await().until(() -> here.exchanges(ana).size() == 2);
        List<Exchange> seen = there.exchanges(ana);
        assertThat(paths(seen)).containsExactly("/api/a", "/api/b");
        Exchange original = here.exchanges(ana).getLast();
        Exchange copy = seen.getLast();
        assertThat(copy.id()).isEqualTo(original.id());
        assertThat(copy.why()).isEqualTo(original.why());
        assertThat(copy.why().summary()).isEqualTo("nothing matched · nearest: a");
        assertThat(copy.requestHeaders()).contains(new HeaderLine("X-Api-Key", "[REDACTED]"));
        assertThat(seen.getFirst().responseBody().text()).contains("one");
    }

    @Test
    @DisplayName("L59 L86 who follows in another process hears of each new exchange within a moment, until they leave")
    void followed() throws Exception {
        List<Exchange> heardHere = new CopyOnWriteArrayList<>();
        List<Exchange> heardThere = new CopyOnWriteArrayList<>();
        try (Subscription _ = here.follow(ana, Glimpse.Place.START, news -> heardHere.addAll(news.exchanges()));
                Subscription _ = there.follow(ana, Glimpse.Place.START, news -> heardThere.addAll(news.exchanges()))) {
            Wire.get(port, "/api/a");
            await().atMost(Duration.ofSeconds(5)).until(() -> heardHere.size() == 1 && heardThere.size() == 1);
            Wire.get(port, "/api/later");
            await().atMost(Duration.ofSeconds(5)).until(() -> heardHere.size() == 2 && heardThere.size() == 2);
            assertThat(paths(heardThere)).containsExactly("/api/a", "/api/later");
        }
        Wire.get(port, "/api/unheard");
        Thread.sleep(3 * TrafficFeed.PAUSE.toMillis());
        assertThat(heardHere).hasSize(2);
    }

    @Test
    @DisplayName("L86 of much traffic the newest is told, and how much was left out, so that the sum is right")
    void sampled() throws Exception {
        List<Glimpse> heard = new CopyOnWriteArrayList<>();
        Glimpse.Place now = here.look(ana, Glimpse.Place.START).place();
        try (Subscription _ = here.follow(ana, now, heard::add)) {
            try (Wire wire = new Wire(port)) {
                for (int number = 0; number < 300; number++) {
                    wire.send("GET /api/a HTTP/1.1\r\nHost: x\r\n\r\n");
                    wire.response();
                }
            }
            await().atMost(Duration.ofSeconds(10)).until(() -> told(heard) == 300);
            assertThat(heard).allMatch(news -> news.exchanges().size() <= TrafficFeed.MOST);
        }
    }

    @Test
    @DisplayName("L152 a conversation goes on in another process too: its messages, and how it ended, without secrets")
    void conversations() throws Exception {
        List<Exchange> heard = new CopyOnWriteArrayList<>();
        try (Subscription _ = there.follow(ana, Glimpse.Place.START, news -> {
                    heard.addAll(news.exchanges());
                    heard.addAll(news.changed());
                });
                Talker talker = Talker.open(port, "/api/chat")) {
            await().atMost(Duration.ofSeconds(5)).until(() -> !heard.isEmpty());
            talker.say("one");
            talker.say("two");
            await().atMost(Duration.ofSeconds(5)).until(() -> last(heard).count() == 4);
            assertThat(last(heard).ending()).isEmpty();
            assertThat(last(heard).messages())
                    .extracting(message -> message.content().text().orElse(""))
                    .containsExactly("one", "heard one", "two", "heard two");
            assertThat(last(heard).messages().getLast().why().summary()).isEqualTo("answered by response 1");
            talker.leave();
            await().atMost(Duration.ofSeconds(5))
                    .until(() -> last(heard).ending().isPresent());
        }
        assertThat(heard).extracting(Exchange::id).containsOnly(heard.getFirst().id());
        Exchange later = there.exchanges(ana).getLast();
        assertThat(later.status()).isEqualTo(101);
        assertThat(later.sequel().conversation().orElseThrow().count()).isEqualTo(4);
    }

    private static Conversation last(List<Exchange> heard) {
        return heard.getLast().sequel().conversation().orElseThrow();
    }

    private static long told(List<Glimpse> heard) {
        return heard.stream()
                .mapToLong(news -> news.exchanges().size() + news.leftOut())
                .sum();
    }

    @Test
    @DisplayName("L59 cleared in one process it is cleared in all, for those who follow as well; viewers may not")
    void cleared() throws Exception {
        List<Glimpse> heard = new CopyOnWriteArrayList<>();
        Wire.get(port, "/api/a");
        try (Subscription _ = here.follow(ana, Glimpse.Place.START, heard::add)) {
            await().until(() -> !heard.isEmpty());
            there.clear(ana);
            await().until(() ->
                    heard.getLast().anew() && heard.getLast().exchanges().isEmpty());
            assertThat(here.exchanges(ana)).isEmpty();
            assertThat(there.exchanges(ana)).isEmpty();
        }
        Access viewer = TestAccess.of(environment, Role.VIEWER, ANA);
        assertThat(there.exchanges(viewer)).isEmpty();
        assertThatThrownBy(() -> there.clear(viewer)).isInstanceOf(Forbidden.class);
    }

    @Test
    @DisplayName("L136 what it was asked is told in each process after it stopped, until it runs again")
    void stopped() throws Exception {
        Wire.get(port, "/api/a");
        await().until(() -> here.exchanges(ana).size() == 1);
        host.listeners.stop(ana);
        assertThat(paths(here.exchanges(ana))).containsExactly("/api/a");
        assertThat(paths(there.exchanges(ana))).containsExactly("/api/a");
        host.listeners.start(ana, Optional.empty());
        assertThat(here.exchanges(ana)).isEmpty();
    }

    @Test
    @DisplayName(
            "L136 what it was asked is forgotten where it ran before as soon as it runs elsewhere, and when it is cleared")
    void stoppedElsewhere() throws Exception {
        Wire.get(port, "/api/a");
        host.listeners.stop(ana);
        there.clear(ana);
        await().until(() -> here.exchanges(ana).isEmpty());
        other.listeners.start(ana, Optional.empty());
        await().until(() -> host.listeners.trafficHere(ana.branch().id()).isEmpty());
    }

    @Test
    @DisplayName("L59 where no listener ran there is nothing")
    void nothing() {
        Access unknown = TestAccess.of(new EnvironmentId(new UUID(5, 5)), Role.EDITOR, ANA);
        assertThat(here.look(unknown, Glimpse.Place.START).isNews()).isFalse();
        here.clear(unknown);
    }

    @Test
    @DisplayName(
            "L137 an exchange is found by its id where it was, in another process and, when it is kept there alone, in the database")
    void found() throws Exception {
        for (int number = 0; number < 30; number++) {
            Wire.get(port, "/api/" + number);
        }
        await().until(() -> here.exchanges(ana).size() == 30);
        Exchange first = here.exchanges(ana).getFirst();
        assertThat(here.find(ana, first.id())).map(Exchange::path).contains("/api/0");
        assertThat(there.find(ana, first.id())).map(Exchange::path).contains("/api/0");
        await().until(() -> host.kept.find(ana, first.id()).isPresent());
        host.listeners.stop(ana);
        host.listeners.start(ana, Optional.empty());
        assertThat(here.exchanges(ana)).isEmpty();
        assertThat(there.find(ana, first.id())).map(Exchange::why).contains(first.why());
        assertThat(here.before(ana, _ -> true, ExchangeIds.startOf(Instant.now().plusSeconds(9)), 100)
                        .exchanges())
                .hasSize(30);
        there.clear(ana);
        assertThat(here.find(ana, first.id())).isEmpty();
    }
}
