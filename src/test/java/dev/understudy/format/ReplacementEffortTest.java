package dev.understudy.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.understudy.edit.Diff;
import dev.understudy.edit.Edit;
import dev.understudy.environment.Environment;
import dev.understudy.environment.Kind;
import dev.understudy.environment.Node;
import dev.understudy.environment.NodeId;
import dev.understudy.environment.OrderKey;
import dev.understudy.environment.Schema;
import dev.understudy.environment.Slot;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What replacing a document costs is counted in steps, so that no clock is raced.
class ReplacementEffortTest {

    private static final int ROWS = 20_000;

    /// For each row, whatever their number.
    private static final int MAX_STEPS_OF_A_ROW = 1_000;

    private static final class Enough extends RuntimeException {

        private static final long serialVersionUID = 1;
    }

    private final AtomicLong steps = new AtomicLong();

    @Test
    @DisplayName("F47 a replacement costs what its rows cost, each of them as much where there are very many")
    void inProportion() {
        Environment now = headers(1, rows());
        List<String> shuffled = rows();
        Collections.shuffle(shuffled, new java.util.Random(1));
        replace(now, headers(2, shuffled), steps::addAndGet);
        assertThat(steps.get()).isBetween((long) ROWS, (long) ROWS * MAX_STEPS_OF_A_ROW);
    }

    @Test
    @Timeout(60) // a second, or some minutes where each row is compared with all others
    @DisplayName("F47 names that were made to have one hash cost no more than others")
    void sameHash() {
        List<String> names = IntStream.range(0, 50_000)
                .mapToObj(ReplacementEffortTest::sameHash)
                .toList();
        assertThat(names.stream().map(String::hashCode).distinct()).hasSize(1);
        List<Node> old = nodes(1, names);
        assertThat(RowMatch.of(old, nodes(2, names.reversed()), steps::addAndGet))
                .extracting(Optional::get)
                .containsExactlyElementsOf(old.reversed());
    }

    @Test
    @DisplayName("F43 a replacement ends where it is told to, at whatever step")
    void endsAnywhere() {
        Environment now = headers(1, rows());
        Environment wanted = headers(2, rows().reversed());
        replace(now, wanted, steps::addAndGet);
        long all = steps.get();
        for (long stop = 0; stop < all; stop += all / 10) {
            AtomicLong left = new AtomicLong(stop);
            assertThatExceptionOfType(Enough.class)
                    .isThrownBy(() -> replace(now, wanted, more -> {
                        if (left.addAndGet(-more) < 0) {
                            throw new Enough();
                        }
                    }));
        }
    }

    @Test
    @DisplayName("F43 an export counts what it writes, and ends where it is told to")
    void export() {
        Environment environment = headers(1, rows());
        int length = MockoonExport.toText(environment, steps::addAndGet).length();
        assertThat(steps.get()).isGreaterThanOrEqualTo(length);
        for (long stop : new long[] {0, ROWS, steps.get() - 1}) {
            AtomicLong left = new AtomicLong(stop);
            assertThatExceptionOfType(Enough.class)
                    .isThrownBy(() -> MockoonExport.toText(environment, more -> {
                        if (left.addAndGet(-more) < 0) {
                            throw new Enough();
                        }
                    }));
        }
    }

    private static List<Edit> replace(Environment now, Environment wanted, LongConsumer effort) {
        return Diff.between(now, DocumentMatch.match(now, wanted, _ -> false, effort), effort);
    }

    private static List<String> rows() {
        return new ArrayList<>(
                IntStream.range(0, ROWS).mapToObj(at -> "X-" + at).toList());
    }

    /// Each pair of characters has the same hash as the other.
    private static String sameHash(int number) {
        StringBuilder name = new StringBuilder();
        for (int bit = 0; bit < 16; bit++) {
            name.append((number >> bit & 1) == 0 ? "Aa" : "BB");
        }
        return name.toString();
    }

    private static Environment headers(long seed, List<String> names) {
        List<Node> nodes = nodes(seed, names);
        Environment environment = Environment.of(Node.root(nodes.getFirst().parent()));
        for (Node node : nodes) {
            environment = environment.with(node);
        }
        return environment;
    }

    private static List<Node> nodes(long seed, List<String> names) {
        SplittableRandom chance = new SplittableRandom(seed);
        NodeId root = NodeId.random(new SplittableRandom(0));
        List<Node> nodes = new ArrayList<>();
        OrderKey key = null;
        for (String name : names) {
            key = OrderKey.between(key, null);
            nodes.add(Node.of(NodeId.random(chance), Kind.HEADER, root, Slot.HEADERS, key)
                    .with(Schema.HEADER_KEY, name));
        }
        return nodes;
    }
}
