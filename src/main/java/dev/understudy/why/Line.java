package dev.understudy.why;

import dev.understudy.environment.NodeId;
import java.util.List;
import java.util.Optional;

/// One step of a decision, in words: "404 — param id equals 0".
///
/// @param node that it is about
/// @param checks the rules of the response that it is about, in their order
public record Line(Mark mark, String text, Optional<NodeId> node, List<Check> checks) {

    /// What came of a step.
    public enum Mark {
        HELD("✓"),
        FAILED("✕"),
        NOTE("·");

        private final String sign;

        Mark(String sign) {
            this.sign = sign;
        }

        public String sign() {
            return sign;
        }
    }

    public Line {
        checks = List.copyOf(checks);
    }

    /// Without rules.
    public static Line of(Mark mark, String text, Optional<NodeId> node) {
        return new Line(mark, text, node, List.of());
    }

    @Override
    public String toString() {
        return mark.sign() + " " + text;
    }
}
