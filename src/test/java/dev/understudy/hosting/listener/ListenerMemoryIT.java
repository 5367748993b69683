package dev.understudy.hosting.listener;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.understudy.collab.TestProcess;
import dev.understudy.environment.Problem;
import dev.understudy.environment.Schema;
import dev.understudy.hosting.runtime.MockMemory;
import dev.understudy.hosting.wire.Wire;
import dev.understudy.mock.MockFixture;
import dev.understudy.team.Access;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ListenerMemoryIT extends TwoProcesses {

    @Test
    @DisplayName("L124 a mock that does not fit into its team's memory does not start, in words, and is not tried again"
            + " and again; others run on, and what is stopped makes room")
    void memory() {
        MockMemory memory = new MockMemory(24_000_000);
        try (TestHost small = new TestHost(TestProcess.another(database), database, ports, memory)) {
            List<Access> greedy = new ArrayList<>();
            for (int number = 0; number < 11; number++) {
                MockFixture mock = new MockFixture()
                        .bucket("b", "B", "[{{#repeat 30000}}{{/repeat}}]".replace("}}{{/", "}}{}{{/"));
                greedy.add(TestProcess.access(host.process.create(ANA, mock.environment()), ANA));
            }
            List<ListenerState> states = greedy.stream()
                    .map(each -> small.listeners.start(each, Optional.empty()))
                    .toList();
            assertThat(states.getFirst()).isInstanceOf(ListenerState.Running.class);
            assertThat(reason(states.getLast())).contains("There is no memory left for this mock");
            assertThat(memory.taken()).isLessThan(12_000_000);
            assertThat(small.local.openPreferring(ofAnotherTeam(), List.of(), _ -> {}))
                    .as("another team")
                    .isInstanceOf(OpenResult.Opened.class);

            small.listeners.stop(greedy.getFirst());
            assertThat(small.listeners.start(greedy.getLast(), Optional.empty()))
                    .isInstanceOf(ListenerState.Running.class);
            greedy.forEach(small.listeners::stop);
            small.local.close(main());
            assertThat(memory.taken()).isZero();
        }
    }

    @Test
    @DisplayName("L124 what does not fit after a restart stays stopped with the reason, and is not started in a loop")
    void memoryAfterRestart() {
        start(Optional.empty());
        host.kill();
        other.kill();
        MockMemory none = new MockMemory(1_000);
        try (TestHost small = new TestHost(TestProcess.another(database), database, ports, none)) {
            await().untilAsserted(() ->
                    assertThat(reason(small.listeners.state(ana))).contains("There is no memory left for this mock"));
            ListenerRow row = small.store.find(main()).orElseThrow();
            assertThat(small.reconciler.needsCare(row, small.store.heldLocks())).isFalse();
        }
    }

    @Test
    @DisplayName("L125 an edit there is no memory for keeps the mock answering as before, which is told")
    void editWithoutMemory() throws Exception {
        MockMemory memory = new MockMemory(8_000_000);
        try (TestHost small = new TestHost(TestProcess.another(database), database, ports, memory)) {
            int port = port(small.listeners.start(ana, Optional.empty()));
            set(fixture.response(), Schema.RESPONSE_BODY, "{{a}}".repeat(20_000));
            await().untilAsserted(() -> assertThat(small.listeners.problems(ana))
                    .extracting(Problem::message)
                    .anyMatch(message -> message.contains("It answers as it did before.")));
            assertThat(Wire.get(port, "/api/a")).endsWith("one");
            set(fixture.response(), Schema.RESPONSE_BODY, "two");
            await().untilAsserted(() -> assertThat(Wire.get(port, "/api/a")).endsWith("two"));
            assertThat(small.listeners.problems(ana)).isEmpty();
            assertThat(other.listeners.problems(ana)).isEmpty();
        }
    }
}
