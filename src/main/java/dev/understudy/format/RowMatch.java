package dev.understudy.format;

import dev.understudy.environment.Field;
import dev.understudy.environment.Node;
import dev.understudy.environment.Schema;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Finds which rows of a list (headers, rules, invocations) are those of an older list, without ids: equal ones
/// first, then those that name the same thing, then those in the same place.
final class RowMatch {

    private final List<Node> old;
    private final List<Node> rows;
    private final boolean[] used;
    private final List<Optional<Node>> matches = new ArrayList<>();

    private RowMatch(List<Node> old, List<Node> rows) {
        this.old = old;
        this.rows = rows;
        this.used = new boolean[old.size()];
        rows.forEach(_ -> matches.add(Optional.empty()));
    }

    /// For each row the old one that it is, each old one at most once.
    static List<Optional<Node>> of(List<Node> old, List<Node> rows) {
        RowMatch match = new RowMatch(old, rows);
        match.pair(RowMatch::content);
        match.pair(RowMatch::subject);
        match.pairByPlace();
        return match.matches;
    }

    private void pair(Function<Node, List<Object>> likeness) {
        Map<List<Object>, Deque<Integer>> open = new HashMap<>();
        for (int index = 0; index < old.size(); index++) {
            if (!used[index]) {
                open.computeIfAbsent(likeness.apply(old.get(index)), _ -> new ArrayDeque<>())
                        .add(index);
            }
        }
        for (int index = 0; index < rows.size(); index++) {
            Deque<Integer> candidates = open.get(likeness.apply(rows.get(index)));
            if (matches.get(index).isEmpty() && candidates != null && !candidates.isEmpty()) {
                take(index, candidates.remove());
            }
        }
    }

    private void pairByPlace() {
        for (int index = 0; index < Math.min(rows.size(), old.size()); index++) {
            if (matches.get(index).isEmpty() && !used[index]) {
                take(index, index);
            }
        }
    }

    private void take(int row, int oldRow) {
        matches.set(row, Optional.of(old.get(oldRow)));
        used[oldRow] = true;
    }

    private static List<Object> content(Node node) {
        List<Object> content = new ArrayList<>();
        for (Field<?> field : Schema.fieldsOf(node.kind())) {
            content.add(node.get(field));
        }
        content.add(node.extras());
        return content;
    }

    private static List<Object> subject(Node node) {
        return switch (node.kind()) {
            case HEADER -> List.of(node.get(Schema.HEADER_KEY));
            case RULE -> List.of(node.get(Schema.RULE_TARGET), node.get(Schema.RULE_MODIFIER));
            case INVOCATION -> List.of(node.get(Schema.INVOCATION_CALLBACK));
            case ENVIRONMENT, FOLDER, ROUTE, RESPONSE, BUCKET, CALLBACK -> List.of(node.id());
        };
    }
}
