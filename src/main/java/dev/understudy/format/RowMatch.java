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
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.LongConsumer;

/// Finds which rows of a list (headers, rules, invocations) are those of an older list, without ids: equal ones
/// first, then those that name the same thing, then those in the same place.
final class RowMatch {

    private static final int EFFORT_OF_A_ROW = 64;
    private static final int CHARACTERS_A_STEP = 16;

    private final List<Node> old;
    private final List<Node> rows;
    private final LongConsumer effort;
    private final boolean[] used;
    private final List<Optional<Node>> matches = new ArrayList<>();

    private RowMatch(List<Node> old, List<Node> rows, LongConsumer effort) {
        this.old = old;
        this.rows = rows;
        this.effort = effort;
        this.used = new boolean[old.size()];
        rows.forEach(_ -> matches.add(Optional.empty()));
    }

    /// For each row the old one that it is, each old one at most once.
    ///
    /// @param effort told of the steps of the work
    static List<Optional<Node>> of(List<Node> old, List<Node> rows, LongConsumer effort) {
        RowMatch match = new RowMatch(old, rows, effort);
        match.pair(RowMatch::content);
        match.pair(RowMatch::subject);
        match.pairByPlace();
        return match.matches;
    }

    /// Likeness is a text: a map finds texts quickly even if very many were made to have one hash.
    private void pair(Function<Node, String> likeness) {
        Map<String, Deque<Integer>> open = new HashMap<>();
        for (int index = 0; index < old.size(); index++) {
            if (!used[index]) {
                open.computeIfAbsent(counted(likeness.apply(old.get(index))), _ -> new ArrayDeque<>())
                        .add(index);
            }
        }
        for (int index = 0; index < rows.size(); index++) {
            Deque<Integer> candidates = open.get(counted(likeness.apply(rows.get(index))));
            if (matches.get(index).isEmpty() && candidates != null && !candidates.isEmpty()) {
                take(index, candidates.remove());
            }
        }
    }

    private String counted(String text) {
        effort.accept(EFFORT_OF_A_ROW + text.length() / CHARACTERS_A_STEP);
        return text;
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

    private static String content(Node node) {
        StringBuilder content = new StringBuilder();
        for (Field<?> field : Schema.fieldsOf(node.kind())) {
            append(content, String.valueOf(node.plain(field)));
        }
        new TreeMap<>(node.extras()).forEach((name, value) -> {
            append(content, name);
            append(content, value);
        });
        return content.toString();
    }

    private static String subject(Node node) {
        return switch (node.kind()) {
            case HEADER -> node.get(Schema.HEADER_KEY);
            case RULE -> {
                StringBuilder subject = new StringBuilder();
                append(subject, node.get(Schema.RULE_TARGET).wireName());
                append(subject, node.get(Schema.RULE_MODIFIER));
                yield subject.toString();
            }
            case INVOCATION -> node.get(Schema.INVOCATION_CALLBACK);
            case ENVIRONMENT, FOLDER, ROUTE, RESPONSE, BUCKET, CALLBACK, FILE ->
                node.id().value();
        };
    }

    /// With its length, so that no two lists of texts are one text.
    private static void append(StringBuilder texts, String text) {
        texts.append(text.length()).append(':').append(text);
    }
}
