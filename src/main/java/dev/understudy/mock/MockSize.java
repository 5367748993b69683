package dev.understudy.mock;

import dev.understudy.environment.Environment;
import dev.understudy.environment.Field;
import dev.understudy.environment.Kind;
import dev.understudy.environment.Node;
import dev.understudy.environment.Schema;

/// About how many bytes the compiled form of an environment takes, prepared answers included, told from its texts
/// before it is compiled: what a few characters stand for can be a hundred times as large. The numbers are measured,
/// and rounded up. Immutable: an edit makes another one, which looks at what changed only.
public final class MockSize {

    private static final int NODE_BYTES = 1_500;
    private static final int EXPRESSION_BYTES_PER_CHARACTER = 80;
    private static final int ROUTE_BYTES_PER_SEGMENT = 200;
    private static final int MAX_ALTERNATIVES_LOG = 8;

    private final Environment environment;
    private final Sum sum;

    private MockSize(Environment environment, Sum sum) {
        this.environment = environment;
        this.sum = sum;
    }

    /// Adds up nodes.
    private static final class Sum {
        private long texts;
        private long segments;

        /// What paths stand for, each of which begins with the prefix.
        private long paths;

        void count(Node node, int times) {
            texts += times * (NODE_BYTES + ofTexts(node));
            if (node.kind() == Kind.ROUTE) {
                String path = node.get(Schema.ROUTE_ENDPOINT);
                long alternatives = 1L << alternativesLog(path);
                segments += times * alternatives * segments(path);
                paths += times * alternatives;
            }
        }

        Sum copy() {
            Sum copy = new Sum();
            copy.texts = texts;
            copy.segments = segments;
            copy.paths = paths;
            return copy;
        }
    }

    /// Looks at every text once.
    public static MockSize of(Environment environment) {
        Sum sum = new Sum();
        environment.nodes().forEach(node -> sum.count(node, 1));
        return new MockSize(environment, sum);
    }

    /// The size of another state of the environment. What both share is the very same object, and costs no more than a
    /// look-up.
    @SuppressWarnings("ReferenceEquality")
    public MockSize after(Environment next) {
        Sum changed = sum.copy();
        int kept = 0;
        for (Node node : next.nodes()) {
            Node old = environment.find(node.id()).orElse(null);
            kept += old == null ? 0 : 1;
            if (old != node) {
                changed.count(node, 1);
                if (old != null) {
                    changed.count(old, -1);
                }
            }
        }
        if (kept < environment.size()) {
            for (Node old : environment.nodes()) {
                if (!next.contains(old.id())) {
                    changed.count(old, -1);
                }
            }
        }
        return new MockSize(next, changed);
    }

    /// In bytes about.
    public long bytes() {
        long prefix = segments(environment.root().get(Schema.ENVIRONMENT_PREFIX));
        return sum.texts + ROUTE_BYTES_PER_SEGMENT * (sum.segments + prefix * sum.paths);
    }

    private static long ofTexts(Node node) {
        long bytes = 0;
        for (Field<?> field : Schema.fieldsOf(node.kind())) {
            if (node.get(field) instanceof String text) {
                bytes += 2L * text.length() + EXPRESSION_BYTES_PER_CHARACTER * expressions(text);
            }
        }
        return bytes;
    }

    /// How many characters stand in double braces, these included.
    private static long expressions(String text) {
        long characters = 0;
        int open = text.indexOf("{{");
        while (open >= 0) {
            int close = text.indexOf("}}", open);
            int end = close < 0 ? text.length() : close + 2;
            characters += end - open;
            open = text.indexOf("{{", end);
        }
        return characters;
    }

    private static long segments(String path) {
        return 1 + path.chars().filter(c -> c == '/').count();
    }

    /// Each part that may be left out doubles what a path stands for.
    private static int alternativesLog(String path) {
        long optional =
                path.chars().filter(c -> c == '{' || c == '?' || c == '(').count();
        return (int) Math.min(MAX_ALTERNATIVES_LOG, optional);
    }
}
