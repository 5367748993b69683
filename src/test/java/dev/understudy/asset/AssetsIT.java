package dev.understudy.asset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.understudy.collab.TestProcess;
import dev.understudy.environment.Environment;
import dev.understudy.environment.EnvironmentId;
import dev.understudy.environment.Node;
import dev.understudy.environment.NodeId;
import dev.understudy.server.TestDatabase;
import dev.understudy.team.Access;
import dev.understudy.team.Actor;
import dev.understudy.team.Branch;
import dev.understudy.team.Forbidden;
import dev.understudy.team.Role;
import dev.understudy.team.TestAccess;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class AssetsIT {

    private static final AssetPath LOGO = new AssetPath("images/logo.svg");

    private TestDatabase database;
    private TestProcess here;
    private TestProcess there;
    private Actor ana;
    private EnvironmentId environment;
    private Access access;
    private Assets assets;

    @BeforeEach
    void anEnvironment() {
        database = TestDatabase.fresh();
        ana = TestAccess.actor("ana");
        here = TestProcess.on(database, ana);
        there = TestProcess.another(database);
        environment = here.create(ana, Environment.of(Node.root(NodeId.random(new Random(1)))));
        access = TestProcess.access(environment, ana);
        assets = new Assets(here.sql, Clock.systemUTC(), here.notifications);
    }

    @AfterEach
    void close() {
        here.close();
        there.close();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    @DisplayName("L91 a file is listed and read as it was stored, replaced by another of its path, and removed")
    void life() {
        assertThat(assets.put(access, LOGO, bytes("one")))
                .isInstanceOfSatisfying(
                        Upload.Stored.class,
                        stored -> assertThat(stored.replaced()).isFalse());
        assertThat(assets.put(access, LOGO, bytes("number two")))
                .isInstanceOfSatisfying(
                        Upload.Stored.class,
                        stored -> assertThat(stored.replaced()).isTrue());
        assertThat(assets.list(access)).singleElement().satisfies(asset -> {
            assertThat(asset.path()).isEqualTo(LOGO);
            assertThat(asset.size()).isEqualTo(10);
            assertThat(asset.uploadedBy()).isEqualTo(ana.displayName());
        });
        assertThat(assets.read(access, LOGO).map(TestContent::bytes)).hasValue(bytes("number two"));
        assertThat(assets.remove(access, LOGO)).isTrue();
        assertThat(assets.remove(access, LOGO)).isFalse();
        assertThat(assets.read(access, LOGO)).isEmpty();
    }

    @Test
    @DisplayName("L94 a file gets another path, unless it is gone or another file has that")
    void rename() {
        AssetPath other = new AssetPath("logo.svg");
        assets.put(access, LOGO, bytes("one"));
        assertThat(assets.rename(access, LOGO, other)).isEqualTo(Renaming.DONE);
        assertThat(assets.read(access, other).map(TestContent::bytes)).hasValue(bytes("one"));
        assertThat(assets.rename(access, LOGO, other)).isEqualTo(Renaming.TAKEN);
        assertThat(assets.rename(access, LOGO, new AssetPath("else"))).isEqualTo(Renaming.GONE);
        assets.put(access, LOGO, bytes("two"));
        assertThat(assets.rename(access, LOGO, other)).isEqualTo(Renaming.TAKEN);
        assertThat(assets.read(access, other).map(TestContent::bytes)).hasValue(bytes("one"));
    }

    @Test
    @DisplayName("L91 a viewer reads files and changes none")
    void viewer() {
        assets.put(access, LOGO, bytes("one"));
        Access viewer = TestProcess.access(environment, ana, Role.VIEWER);
        assertThat(assets.list(viewer)).hasSize(1);
        assertThat(assets.read(viewer, LOGO)).isPresent();
        assertThatThrownBy(() -> assets.put(viewer, LOGO, bytes("two"))).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> assets.remove(viewer, LOGO)).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> assets.rename(viewer, LOGO, new AssetPath("x")))
                .isInstanceOf(Forbidden.class);
    }

    @Test
    @DisplayName("L91 a duplicate of an environment has its files")
    void duplicate() {
        assets.put(access, LOGO, bytes("one"));
        var copy = here.environments.duplicate(
                access, here.rooms.open(access).newest().environment(), "Copy");
        Branch main = here.environments
                .main(TestAccess.ofTeam(TestProcess.TEAM, Role.VIEWER, ana), copy)
                .orElseThrow();
        assertThat(assets.read(TestAccess.of(main, Role.VIEWER, ana), LOGO).map(TestContent::bytes))
                .hasValue(bytes("one"));
    }

    @Test
    @DisplayName("L92 a file of more than 10 MiB is refused, and so is one that makes more than 500")
    void limits() {
        assertThat(assets.put(access, LOGO, new byte[Assets.MAX_FILE_BYTES])).isInstanceOf(Upload.Stored.class);
        assertThat(assets.put(access, LOGO, new byte[Assets.MAX_FILE_BYTES + 1]))
                .isInstanceOfSatisfying(
                        Upload.Refused.class,
                        refused -> assertThat(refused.limit()).isEqualTo(Assets.MAX_FILE_BYTES));
        for (int count = 1; count < Assets.MAX_FILES; count++) {
            assets.put(access, new AssetPath("file" + count), bytes("x"));
        }
        assertThat(assets.put(access, new AssetPath("one-more"), bytes("x")))
                .isInstanceOfSatisfying(
                        Upload.Refused.class,
                        refused -> assertThat(refused.limit()).isEqualTo(Assets.MAX_FILES));
        assertThat(assets.put(access, new AssetPath("file1"), bytes("other"))).isInstanceOf(Upload.Stored.class);
    }

    @Test
    @DisplayName("L92 the files of an environment have up to 100 MiB together")
    void total() {
        byte[] large = new byte[Assets.MAX_FILE_BYTES];
        for (int count = 0; count < Assets.MAX_TOTAL_BYTES / large.length; count++) {
            assertThat(assets.put(access, new AssetPath("file" + count), large)).isInstanceOf(Upload.Stored.class);
        }
        assertThat(assets.put(access, LOGO, bytes("x")))
                .isInstanceOfSatisfying(
                        Upload.Refused.class,
                        refused -> assertThat(refused.value()).isEqualTo(Assets.MAX_TOTAL_BYTES + 1));
    }

    @Test
    @DisplayName("L93 a listener of another process sends the new file soon after it was replaced")
    void otherProcess() throws InterruptedException {
        AssetFiles files = new AssetFiles(there.sql, there.notifications);
        assertThat(files.read(environment, "images/logo.svg")).isEmpty();
        assets.put(access, LOGO, bytes("one"));
        await(files, Optional.of("one"));
        assertThat(files.contains(environment, "images/logo.svg")).isTrue();
        assertThat(files.contains(environment, "../images/logo.svg")).isFalse();
        assets.put(access, LOGO, bytes("two"));
        await(files, Optional.of("two"));
        assets.remove(access, LOGO);
        await(files, Optional.empty());
        assertThat(files.read(environment, "../images/logo.svg")).isEmpty();
    }

    private void await(AssetFiles files, Optional<String> expected) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (System.nanoTime() < deadline && !read(files).equals(expected)) {
            Thread.sleep(10);
        }
        assertThat(read(files)).isEqualTo(expected);
    }

    private Optional<String> read(AssetFiles files) {
        return files.read(environment, "images/logo.svg").map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }
}
