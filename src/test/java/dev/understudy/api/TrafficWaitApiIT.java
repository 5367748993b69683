package dev.understudy.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.api.ApiClient.Reply;
import dev.understudy.team.Role;
import dev.understudy.team.TokenScope;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ApiServerTest
class TrafficWaitApiIT {

    private static final String NEVER = "?path=/never&wait=30";
    private static final Executor THREADS = Thread::startVirtualThread;

    @Autowired
    private ApiWorld world;

    private ApiWorld.Person owner;
    private ApiClient api;
    private String id;
    private String path;

    @BeforeEach
    void anEnvironment() {
        owner = world.owner();
        api = owner.client();
        id = api.create("{\"uuid\":\"%s\",\"lastMigration\":33,\"name\":\"Shop\",\"port\":3000,\"routes\":[]}"
                .formatted(UUID.randomUUID()));
        path = "/environments/" + id + "/traffic";
    }

    private List<CompletableFuture<Reply>> waiting(int many) {
        return Stream.generate(() -> CompletableFuture.supplyAsync(() -> api.get(path + NEVER), THREADS))
                .limit(many)
                .toList();
    }

    @Test
    @DisplayName("A48 whoever waits for calls of an environment that is deleted is told at once")
    void deleted() throws Exception {
        CompletableFuture<Reply> one = waiting(1).getFirst();
        assertThat(api.get(path + "?path=/never&wait=1").status()).isEqualTo(200);
        assertThat(one).isNotDone();
        assertThat(api.delete("/environments/" + id).status()).isEqualTo(204);
        assertThat(one.get(10, TimeUnit.SECONDS).status()).isEqualTo(404);
    }

    @Test
    @DisplayName("A48 one token can't take the places of the others of its team")
    void places() throws Exception {
        List<CompletableFuture<Reply>> all = waiting(TrafficWaiters.MAX_OF_TOKEN + 1);
        Reply refused = (Reply)
                CompletableFuture.anyOf(all.toArray(CompletableFuture[]::new)).get(20, TimeUnit.SECONDS);
        assertThat(refused.code()).as(refused.body()).isEqualTo("rate-limited");
        assertThat(refused.body()).contains("with this token");
        ApiClient other = world.member(owner.team(), Role.VIEWER, TokenScope.ENVIRONMENT_READ)
                .client();
        assertThat(other.get(path + "?path=/never&wait=1").status()).isEqualTo(200);
        assertThat(api.delete("/environments/" + id).status()).isEqualTo(204);
        List<Integer> ends = new ArrayList<>();
        for (CompletableFuture<Reply> one : all) {
            ends.add(one.get(20, TimeUnit.SECONDS).status());
        }
        assertThat(ends).containsOnly(404, 429).containsOnlyOnce(429);
    }
}
