package dev.understudy.mock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.environment.Environment;
import dev.understudy.environment.Kind;
import dev.understudy.environment.MemoryBudget;
import dev.understudy.environment.Node;
import dev.understudy.environment.NodeId;
import dev.understudy.environment.OrderKey;
import dev.understudy.environment.Schema;
import dev.understudy.environment.Slot;
import dev.understudy.mock.exchange.MockRequest;
import dev.understudy.mock.state.MockFiles;
import dev.understudy.mock.state.MockState;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class MemoryTest {

    private static final long MILLION = 1_000_000;

    @Test
    @DisplayName("M79 what a part takes is taken from the whole, and given back with its end")
    void parts() {
        MemoryBudget process = MemoryBudget.of(100, "full");
        MemoryBudget team = process.part(60);
        MemoryBudget other = process.part(60);
        MemoryBudget mock = team.part(Long.MAX_VALUE);
        assertThat(mock.take(50)).isTrue();
        assertThat(mock.take(11)).isFalse();
        assertThat(other.take(51)).isFalse();
        assertThat(other.change(50)).isTrue();
        assertThat(process.taken()).isEqualTo(100);
        assertThat(mock.change(-20)).isTrue();
        assertThat(team.taken()).isEqualTo(30);
        mock.close();
        mock.giveBack(30);
        assertThat(mock.take(1)).isFalse();
        assertThat(team.taken()).isZero();
        assertThat(process.taken()).isEqualTo(50);
    }

    @Test
    @DisplayName("M79 by many threads at once nothing is taken twice or lost")
    void threads() throws Exception {
        MemoryBudget process = MemoryBudget.of(10_000, "full");
        List<Thread> threads = new ArrayList<>();
        for (int seed = 0; seed < 8; seed++) {
            Random random = new Random(seed);
            MemoryBudget mock = process.part(5_000);
            threads.add(Thread.ofPlatform().start(() -> {
                for (int turn = 0; turn < 20_000; turn++) {
                    long some = random.nextInt(3_000);
                    if (mock.take(some)) {
                        mock.giveBack(some);
                    }
                }
                assertThat(mock.take(1)).isTrue();
                mock.close();
            }));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(process.taken()).isZero();
    }

    @Test
    @DisplayName("M80 buckets and variables take from the memory that mocks share, and what does not fit says so")
    void buckets() {
        CompiledMock mock = new MockFixture()
                .bucket("a", "A", "[{{#repeat 20000}}{}{{/repeat}}]")
                .bucket("b", "B", "[{{#repeat 20000}}{}{{/repeat}}]")
                .compile();
        MemoryBudget memory = MemoryBudget.of(3 * MILLION, "full");
        MockState state = MockFixture.state(MockFiles.NONE, memory);
        assertThat(mock.load(state)).isFalse();
        assertThat(state.bucket("a").orElseThrow().validJson()).isTrue();
        assertThat(state.bucket("b").orElseThrow().value().toString()).contains("as long as there is memory for them");
        assertThat(memory.taken()).isBetween(MILLION, 3 * MILLION);
        assertThat(state.setVariable("v", state.bucket("a").orElseThrow().value()))
                .isFalse();
        new MockFixture().compile().load(state);
        assertThat(memory.taken()).isZero();
        assertThat(mock.load(state)).isFalse();
        state.resetBuckets();
        new MockFixture().compile().load(state);
        assertThat(memory.taken()).isZero();
    }

    @Test
    @DisplayName("M80 requests that fill a bucket are refused when the memory that mocks share is used up")
    void requests() {
        MemoryBudget memory = MemoryBudget.of(MILLION, "full");
        MockState state = MockFixture.state(MockFiles.NONE, memory);
        CompiledMock mock =
                new MockFixture().bucket("b1", "B", "[]").crud("t", "b1").compile();
        assertThat(mock.load(state)).isTrue();
        MockRequest post = RunningMock.request(
                "POST", "/t", "{\"x\":\"" + "y".repeat(50_000) + "\"}", "Content-Type", "application/json");
        List<Integer> statuses = new ArrayList<>();
        for (int number = 0; number < 6; number++) {
            statuses.add(MockFixture.answer(mock, post, state).status());
        }
        assertThat(statuses).startsWith(201).endsWith(507);
    }

    @Test
    @DisplayName("M81 what a document compiles to is not larger than was estimated, where little text stands for much")
    void estimates() {
        assertThat(MockSize.of(routes(2_000, "a", "{{a}}".repeat(1_000))).bytes())
                .isGreaterThan(724 * MILLION);
        assertThat(MockSize.of(routes(2_000, "{a}".repeat(8), "")).bytes()).isGreaterThan(63 * MILLION);
        assertThat(MockSize.of(routes(20, "a", "x".repeat(500_000))).bytes()).isBetween(10 * MILLION, 30 * MILLION);
        assertThat(MockSize.of(routes(680, "a/b/{{c}}", "plain")).bytes()).isLessThan(10 * MILLION);
    }

    @Test
    @DisplayName("M81 after an edit the estimate is that of the new document, although only what changed is looked at")
    void estimatesOfEdits() {
        Environment before = routes(20, "a/{b}?", "{{c}}");
        List<Environment> edits = new ArrayList<>();
        Node root = before.root();
        Node route = before.children(root.id(), Slot.CHILDREN).iterator().next();
        edits.add(before.with(root.with(Schema.ENVIRONMENT_PREFIX, "api/v1")));
        edits.add(before.with(route.with(Schema.ROUTE_ENDPOINT, "a/b/c/{d}?/{e}?")));
        edits.add(before.without(route.id()));
        edits.add(before.with(Node.of(
                NodeId.random(new SplittableRandom(1)), Kind.FOLDER, root.id(), Slot.CHILDREN, OrderKey.FIRST)));
        edits.add(edits.getFirst().without(route.id()));
        edits.add(routes(3, "other", "{{document}}"));
        MockSize size = MockSize.of(before);
        for (Environment edit : edits) {
            size = size.after(edit);
            assertThat(size.bytes()).isEqualTo(MockSize.of(edit).bytes());
        }
        assertThat(edits).extracting(edit -> MockSize.of(edit).bytes()).doesNotHaveDuplicates();
    }

    private static Environment routes(int count, String path, String body) {
        MockFixture mock = new MockFixture();
        for (int number = 0; number < count; number++) {
            mock.route("get", path + number, body).ofRoute(Schema.ROUTE_ENABLED, true);
        }
        return mock.environment();
    }
}
