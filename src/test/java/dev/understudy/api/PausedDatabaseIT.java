package dev.understudy.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.understudy.server.PostgresSignals;
import dev.understudy.server.TestPorts;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/// A server whose PostgreSQL stands still: its processes are stopped by a signal, so that connections stay open and
/// nothing answers.
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "understudy.sample=false",
            "understudy.database.silence-seconds=4",
            "understudy.rooms.answer-within=2s",
            "spring.datasource.hikari.connection-timeout=1000"
        })
@ExtendWith(OwnServer.class)
@Import(ApiWorld.class)
@DirtiesContext
class PausedDatabaseIT {

    /// Far longer than anybody has to wait here, and far shorter than without limits.
    private static final Duration BOUNDED = Duration.ofSeconds(30);

    private static final String PORTS = TestPorts.range(100);

    @TempDir
    private static Path data;

    @Autowired
    private ApiWorld world;

    @DynamicPropertySource
    static void folder(DynamicPropertyRegistry properties) {
        properties.add("understudy.data", data::toString);
        properties.add("understudy.listener.ports", () -> PORTS);
    }

    @AfterEach
    void goOn() throws IOException, InterruptedException {
        PostgresSignals.resume(data);
    }

    @Test
    @DisplayName("O40 nobody waits without limit for a database that stands still, and nothing acknowledged is lost")
    void paused() throws IOException, InterruptedException {
        ApiClient ana = world.owner().client();
        String environment = ana.create("{\"name\":\"first\",\"routes\":[]}");
        String root = ana.root(environment);
        long base = ana.revision(environment);
        assertThat(ana.edits(environment, "ana", 1, base, name(root, "before")).status())
                .isEqualTo(200);

        PostgresSignals.pause(data);
        long start = System.nanoTime();
        ApiClient.Reply refused = ana.edits(environment, "ana", 2, base + 1, name(root, "meanwhile"));
        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.code()).isEqualTo("unavailable");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(BOUNDED);
        assertThat(world.nobody().get("/openapi.json").status()).isEqualTo(200);
        await().atMost(BOUNDED)
                .until(() -> ana.get("/environments").status() == 503
                        && ana.get("/environments").code().equals("unavailable"));

        PostgresSignals.resume(data);
        await().atMost(BOUNDED)
                .until(() -> ana.edits(environment, "ana", 2, base + 1, name(root, "meanwhile"))
                                .status()
                        == 200);
        assertThat(ana.get("/environments/" + environment + "/document")
                        .json()
                        .path("name")
                        .asString())
                .isEqualTo("meanwhile");
        assertThat(ana.revision(environment)).isEqualTo(base + 2);
    }

    private static String name(String root, String name) {
        return """
                {"op":"set","node":"%s","field":"name","value":"%s"}""".formatted(root, name);
    }
}
