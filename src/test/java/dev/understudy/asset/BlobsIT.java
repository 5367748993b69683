package dev.understudy.asset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.collab.TestProcess;
import dev.understudy.environment.AssetPath;
import dev.understudy.environment.Environment;
import dev.understudy.environment.EnvironmentId;
import dev.understudy.environment.FileContent;
import dev.understudy.environment.FileExcess;
import dev.understudy.environment.Limits;
import dev.understudy.environment.Node;
import dev.understudy.environment.NodeId;
import dev.understudy.history.TestHistory;
import dev.understudy.server.TestDatabase;
import dev.understudy.team.Access;
import dev.understudy.team.Actor;
import dev.understudy.team.TestAccess;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class BlobsIT {

    private static final AssetPath LOGO = new AssetPath("logo.svg");

    private TestDatabase database;
    private TestProcess here;
    private Actor ana;
    private EnvironmentId environment;
    private Access access;
    private Assets assets;

    @BeforeEach
    void anEnvironment() {
        database = TestDatabase.fresh();
        ana = TestAccess.actor("ana");
        here = TestProcess.on(database, ana);
        environment = here.create(ana, Environment.of(Node.root(NodeId.random(new Random(1)))));
        access = TestProcess.access(environment, ana);
        assets = TestAssets.in(here);
    }

    @AfterEach
    void close() {
        here.close();
    }

    @Test
    @DisplayName("L97 a content goes 30 days after the last document ceased to refer to it, and not before")
    void purge() {
        put("one");
        put("two");
        put("three");
        assets.remove(access, LOGO);
        put("four");
        List.of("one", "two", "four").forEach(content -> age(content, Blobs.KEPT_FOR.plusMinutes(1)));
        age("three", Blobs.KEPT_FOR.minusMinutes(1));
        blobs(Instant.now()).purge();
        assertThat(kept()).containsExactlyInAnyOrder("three", "four");
    }

    @Test
    @DisplayName("L97 a document that begins or ceases to refer to a content keeps it for another 30 days")
    void used() {
        put("one");
        age("one", Blobs.KEPT_FOR.plusDays(1));
        put("two");
        blobs(Instant.now()).purge();
        assertThat(kept()).containsExactlyInAnyOrder("one", "two");
        age("one", Blobs.KEPT_FOR.plusDays(1));
        TestHistory.revert(
                here.rooms, here.sql, access, here.rooms.open(access).newest().revision());
        age("two", Duration.ZERO);
        assets.remove(access, LOGO);
        blobs(Instant.now()).purge();
        assertThat(kept()).containsExactlyInAnyOrder("one", "two");
        blobs(Instant.now().plus(Blobs.KEPT_FOR).plusSeconds(60)).purge();
        assertThat(kept()).isEmpty();
    }

    @Test
    @DisplayName(
            "L97 an environment holds 400 MiB with its history; beyond that what was not used for longest goes first")
    void bound() {
        put("in use");
        Blobs blobs = blobs(Instant.now());
        Random chance = new Random(7);
        int count = (int) (Blobs.MAX_BYTES / Limits.MAX_FILE_BYTES);
        for (int number = 0; number < count; number++) {
            age("in use", Duration.ofDays(1));
            byte[] large = new byte[Limits.MAX_FILE_BYTES];
            large[0] = (byte) number;
            FileContent content = FileContent.of(large);
            assertThat(keep(blobs, content, large)).isEqualTo(Optional.empty());
            age(content, Duration.ofMinutes(60 - number));
        }
        // the last one had no room beside the small one, so the first went
        byte[] first = new byte[Limits.MAX_FILE_BYTES];
        assertThat(assets.stored(access, List.of(FileContent.of(first)))).isEmpty();
        assertThat(kept()).contains("in use");
        byte[] more = new byte[Limits.MAX_FILE_BYTES];
        chance.nextBytes(more);
        database.dsl().execute("update blob set used_at = now()");
        assertThat(keep(blobs, FileContent.of(more), more))
                .hasValueSatisfying(
                        excess -> assertThat(excess.excess().limit()).isEqualTo(Blobs.MAX_BYTES));
        assertThat(database.dsl().fetchSingle("select sum(size) from blob").get(0, Long.class))
                .isLessThanOrEqualTo(Blobs.MAX_BYTES);
    }

    private Optional<FileExcess> keep(Blobs blobs, FileContent content, byte[] bytes) {
        return blobs.keep(environment, content, bytes, ana.user(), Instant.now());
    }

    private void put(String content) {
        assets.put(access, LOGO, bytes(content), true);
    }

    private void age(String content, Duration age) {
        age(FileContent.of(bytes(content)), age);
    }

    private void age(FileContent content, Duration age) {
        database.dsl()
                .execute(
                        "update blob set used_at = {0} where hash = {1}",
                        DSL.val(Instant.now().minus(age).atOffset(ZoneOffset.UTC)), DSL.val(content.hash()));
    }

    private Blobs blobs(Instant now) {
        return new Blobs(here.sql, Clock.fixed(now, ZoneOffset.UTC));
    }

    /// The small ones.
    private List<String> kept() {
        return database.dsl()
                .fetch("select bytes from blob where size < 100")
                .map(row -> new String(row.get(0, byte[].class), StandardCharsets.UTF_8));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
