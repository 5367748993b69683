package dev.understudy.traffic.kept;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.jooq.impl.DSL.val;

import dev.understudy.collab.TestProcess;
import dev.understudy.environment.BranchId;
import dev.understudy.environment.EnvironmentId;
import dev.understudy.environment.MemoryBudget;
import dev.understudy.mock.MockFixture;
import dev.understudy.server.TestDatabase;
import dev.understudy.team.Access;
import dev.understudy.team.Actor;
import dev.understudy.team.Forbidden;
import dev.understudy.team.Role;
import dev.understudy.team.TestAccess;
import dev.understudy.team.TestClock;
import dev.understudy.traffic.Brief;
import dev.understudy.traffic.Exchange;
import dev.understudy.traffic.ExchangeIds;
import dev.understudy.traffic.Traffic;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeptTrafficIT {

    private static final Actor ANA = TestAccess.actor("Ana");
    private static final int DAYS = 3;

    private final TestClock clock = new TestClock();
    private final Retention retention = new Retention(DAYS, 1);
    private TestProcess process;
    private KeptStore store;
    private PartitionStore days;
    private Partitions partitions;
    private KeptTraffic kept;
    private Access ana;

    private static boolean any(Brief brief) {
        return true;
    }

    @BeforeEach
    void start() {
        process = TestProcess.on(TestDatabase.fresh(), ANA);
        EnvironmentId environment =
                process.create(ANA, new MockFixture().route("get", "a", "one").environment());
        ana = TestProcess.access(environment, ANA);
        store = new KeptStore(process.sql);
        days = new PartitionStore(process.sql);
        partitions = new Partitions(days, retention, clock);
        partitions.start();
        kept = new KeptTraffic(store, retention, clock);
    }

    @AfterEach
    void stop() {
        process.close();
    }

    private BranchId branch() {
        return ana.branch().id();
    }

    private List<Exchange> write(int number, String body) {
        List<KeptExchange> all = new ArrayList<>();
        for (int one = 0; one < number; one++) {
            Instant at = clock.instant().plusMillis(one / 2);
            all.add(new KeptExchange(
                    branch(), TestExchanges.at(at, "/" + one, one % 10 == 0 ? 404 : 200, body), one % 2));
        }
        for (int from = 0; from < number; from += 500) {
            store.write(all.subList(from, Math.min(from + 500, number)));
        }
        return all.stream().map(KeptExchange::exchange).toList();
    }

    private UUID now() {
        return ExchangeIds.startOf(clock.instant().plusSeconds(3_600));
    }

    private static List<String> paths(KeptPage page) {
        return page.exchanges().stream().map(Exchange::path).toList();
    }

    private int rows() {
        return process.sql.fetchSingle("select count(*) from kept_exchange").get(0, Integer.class);
    }

    @ParameterizedTest(name = "L129 {0} days and {1} MB are refused")
    @CsvSource({"-1, 1", "367, 1", "1, 0", "1, 1000001"})
    void settings(int wantedDays, int megabytes) {
        assertThatThrownBy(() -> new Retention(wantedDays, megabytes))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("UNDERSTUDY_TRAFFIC_");
    }

    @Test
    @DisplayName("L129 A53 page by page comes what was asked, the newest first, without gaps, twins or secrets")
    void pages() {
        List<Exchange> written = write(45, "answer");
        List<Exchange> read = new ArrayList<>();
        Optional<UUID> next = Optional.of(now());
        long leftOut = 0;
        while (next.isPresent()) {
            KeptPage page = kept.before(ana, KeptTrafficIT::any, next.get(), 10);
            read.addAll(page.exchanges());
            leftOut += page.leftOut();
            next = page.next();
        }
        assertThat(read)
                .extracting(Exchange::id)
                .isEqualTo(written.reversed().stream().map(Exchange::id).toList());
        assertThat(leftOut).isEqualTo(22);
        assertThat(read.getFirst().responseBody().text()).contains("answer");
        assertThat(process.sql.fetch("select exchange from kept_exchange").toString())
                .doesNotContain("s3cr3t");
    }

    @Test
    @DisplayName("A53 with a filter so many are looked through for an answer, and it says where to go on")
    void bounded() {
        write(KeptTraffic.LOOKED_THROUGH + 700, "");
        KeptPage first = kept.before(ana, brief -> brief.path().equals("/3"), now(), 10);
        assertThat(first.exchanges()).isEmpty();
        KeptPage second = kept.before(
                ana, brief -> brief.path().equals("/3"), first.next().orElseThrow(), 10);
        assertThat(paths(second)).containsExactly("/3");
        assertThat(second.next()).isEmpty();
        assertThat(paths(kept.before(ana, brief -> brief.status() == 404, now(), 2)))
                .containsExactly("/5690", "/5680");
    }

    @Test
    @DisplayName("L137 L135 an exchange is found by its id, in its own branch alone; viewers see, and clear nothing")
    void found() {
        Exchange exchange = write(3, "x").get(1);
        assertThat(kept.find(ana, exchange.id())).map(Exchange::path).contains("/1");
        assertThat(kept.find(ana, ExchangeIds.at(clock.millis()))).isEmpty();
        Access elsewhere = TestAccess.of(new EnvironmentId(new UUID(8, 8)), Role.OWNER, TestAccess.actor("Eve"));
        assertThat(kept.find(elsewhere, exchange.id())).isEmpty();
        assertThat(kept.before(elsewhere, KeptTrafficIT::any, now(), 10).exchanges())
                .isEmpty();
        Access viewer = TestAccess.of(ana.branch(), Role.VIEWER, ANA);
        assertThat(kept.find(viewer, exchange.id())).isPresent();
        assertThatThrownBy(() -> kept.clear(viewer)).isInstanceOf(Forbidden.class);
        clock.pass(Duration.ofSeconds(1));
        kept.clear(ana);
        assertThat(rows()).isZero();
    }

    @Test
    @DisplayName("L129 texts that PostgreSQL does not take are stored, and long ones are found by their start")
    void oddTexts() {
        String path = "/nul\0/" + "x".repeat(10_000);
        Exchange exchange = TestExchanges.at(clock.instant(), path, 200, "a\0b");
        store.write(List.of(new KeptExchange(branch(), exchange, 0)));
        Exchange read = kept.find(ana, exchange.id()).orElseThrow();
        assertThat(read.path()).isEqualTo(path);
        assertThat(read.responseBody().bytes()).isEqualTo("a\0b".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertThat(paths(kept.before(ana, brief -> brief.path().startsWith("/nul\uFFFD/x"), now(), 1)))
                .hasSize(1);
    }

    @Test
    @DisplayName("L134 what an environment has too much of goes, the oldest first")
    void trimmed() {
        write(100, "x".repeat(20_000));
        store.trim(ana.environment(), 1024 * 1024);
        assertThat(rows()).isBetween(30, 40);
        assertThat(paths(kept.before(ana, KeptTrafficIT::any, now(), 1))).containsExactly("/99");
        store.trim(ana.environment(), 1024 * 1024);
        assertThat(rows()).isBetween(30, 40);
    }

    @Test
    @DisplayName("L135 with the environment goes what was kept of it, and nothing is kept of one that is gone")
    void deleted() {
        write(5, "x");
        process.sql.execute(
                "update environment set deleted_at = now() where id = {0}",
                val(ana.environment().value()));
        assertThat(rows()).isZero();
        write(5, "x");
        assertThat(rows()).isZero();
        process.sql.execute("update environment set deleted_at = null");
        write(5, "x");
        assertThat(rows()).isEqualTo(5);
        process.sql.execute("delete from branch");
        assertThat(rows()).isZero();
    }

    @Test
    @DisplayName("L130 days are made a week ahead; those that are too old go, and what is in none of them as well")
    void dayByDay() {
        assertThat(days.days()).hasSize(Partitions.DAYS_AHEAD + 1);
        write(1, "first day");
        clock.pass(Duration.ofDays(1));
        write(1, "second day");
        assertThat(process.sql
                        .fetchSingle("select count(*) from kept_exchange_other")
                        .get(0, Integer.class))
                .isZero();
        partitions.look();
        assertThat(days.days()).hasSize(Partitions.DAYS_AHEAD + 2);
        // the first day began at nine, so its last moment is too old after three days and fifteen hours
        clock.pass(Duration.ofHours(62));
        partitions.look();
        assertThat(rows()).isEqualTo(2);
        assertThat(kept.before(ana, KeptTrafficIT::any, now(), 10).exchanges()).hasSize(1);
        clock.pass(Duration.ofHours(2));
        partitions.look();
        assertThat(rows()).isEqualTo(1);
        // long after, nobody has made a day
        clock.pass(Duration.ofDays(30));
        write(2, "in none");
        assertThat(process.sql
                        .fetchSingle("select count(*) from kept_exchange_other")
                        .get(0, Integer.class))
                .isEqualTo(2);
        partitions.look();
        assertThat(days.days()).hasSize(Partitions.DAYS_AHEAD + 1);
        assertThat(process.sql
                        .fetchSingle("select count(*) from kept_exchange_other")
                        .get(0, Integer.class))
                .isZero();
        assertThat(rows()).isEqualTo(2);
    }

    @Test
    @DisplayName("L130 what is in no day's partition goes by its age; where nothing is kept any more, all goes")
    void expired() {
        clock.pass(Duration.ofDays(20));
        write(2, "in none");
        clock.pass(Duration.ofDays(DAYS + 1));
        new PartitionStore(process.sql).sweep(clock.instant().minus(retention.age()));
        assertThat(rows()).isZero();
        partitions.look();
        write(2, "today");
        Partitions off = new Partitions(days, new Retention(0, 1), clock);
        off.start();
        assertThat(rows()).isZero();
        assertThat(days.days()).isEmpty();
    }

    @Test
    @DisplayName("L129 two processes that make days at once make each once")
    void together() throws Exception {
        try (var threads = java.util.concurrent.Executors.newFixedThreadPool(4)) {
            clock.pass(Duration.ofDays(20));
            for (int thread = 0; thread < 4; thread++) {
                var _ = threads.submit(partitions::look);
            }
        }
        partitions.look();
        assertThat(days.days()).hasSize(Partitions.DAYS_AHEAD + 1);
    }

    @Test
    @DisplayName("L129 L135 what a listener is asked is there a moment later, and what is forgotten stays so")
    void keeper() {
        Keeper keeper = new Keeper(store, retention, clock);
        keeper.start();
        Traffic traffic = new Traffic(MemoryBudget.of(Long.MAX_VALUE, "full"));
        keeper.keep(branch(), traffic);
        Exchange exchange = TestExchanges.at(clock.instant(), "/kept", 200, "x");
        traffic.add(() -> exchange, exchange.requestBody(), exchange.responseBody());
        await().until(() -> kept.find(ana, exchange.id()).isPresent());
        traffic.add(
                () -> TestExchanges.at(clock.instant(), "/forgotten", 200, ""),
                exchange.requestBody(),
                exchange.requestBody());
        keeper.forget(branch());
        Exchange after = TestExchanges.at(clock.instant().plusMillis(5), "/after", 200, "x");
        traffic.add(() -> after, after.requestBody(), after.responseBody());
        await().until(() -> kept.find(ana, after.id()).isPresent());
        assertThat(paths(kept.before(ana, KeptTrafficIT::any, now(), 10))).containsExactly("/after");
        Exchange last = TestExchanges.at(clock.instant().plusMillis(6), "/last", 200, "x");
        traffic.add(() -> last, last.requestBody(), last.responseBody());
        keeper.stop();
        assertThat(kept.find(ana, last.id())).isPresent();
    }

    @Test
    @DisplayName("L129 without a retention nobody listens to what is asked")
    void off() {
        Keeper keeper = new Keeper(store, new Retention(0, 1), clock);
        keeper.start();
        Traffic traffic = new Traffic(MemoryBudget.of(Long.MAX_VALUE, "full"));
        keeper.keep(branch(), traffic);
        Exchange exchange = TestExchanges.at(clock.instant(), "/a", 200, "x");
        traffic.add(() -> exchange, exchange.requestBody(), exchange.responseBody());
        keeper.stop();
        assertThat(rows()).isZero();
        assertThat(Set.of(new KeptTraffic(store, new Retention(0, 1), clock).before(ana, KeptTrafficIT::any, now(), 5)))
                .containsExactly(KeptPage.NOTHING);
    }

    @Test
    @DisplayName("L131 what the database does not take for a moment is counted as left out, and it goes on")
    void databaseAway() {
        Keeper keeper = new Keeper(store, retention, clock);
        keeper.start();
        Traffic traffic = new Traffic(MemoryBudget.of(Long.MAX_VALUE, "full"));
        keeper.keep(branch(), traffic);
        process.sql.execute("alter table kept_exchange rename to kept_away");
        Exchange lost = TestExchanges.at(clock.instant(), "/lost", 200, "x");
        traffic.add(() -> lost, lost.requestBody(), lost.responseBody());
        await().pollDelay(Duration.ofMillis(600)).until(() -> true);
        process.sql.execute("alter table kept_away rename to kept_exchange");
        Exchange next = TestExchanges.at(clock.instant().plusMillis(1), "/next", 200, "x");
        await().until(() -> {
            traffic.add(() -> next, next.requestBody(), next.responseBody());
            return kept.find(ana, next.id()).isPresent();
        });
        assertThat(kept.before(ana, KeptTrafficIT::any, now(), 10).leftOut()).isPositive();
        keeper.stop();
    }
}
