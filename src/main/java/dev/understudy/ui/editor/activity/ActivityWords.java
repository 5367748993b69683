package dev.understudy.ui.editor.activity;

import dev.understudy.collab.Origin;
import dev.understudy.history.activity.ActivityEntry;
import dev.understudy.ui.editor.session.Summaries;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// What somebody did, as the end of a sentence that begins with their name. Pure.
final class ActivityWords {

    private static final String OF = " of ";

    /// So many things of one group are named.
    private static final int MAX_NAMED = 3;

    private ActivityWords() {}

    /// What a group did, or took back: "changed Status, Body of GET /orders", "added a response of GET /orders and 2
    /// more".
    static String of(List<ActivityEntry> entries) {
        Set<String> deeds = new LinkedHashSet<>();
        Map<String, Set<String>> values = new LinkedHashMap<>();
        for (ActivityEntry entry : entries.reversed()) {
            String summary = entry.summary();
            if (Summaries.isDeed(summary)) {
                deeds.add(summary);
            } else {
                int of = summary.lastIndexOf(OF);
                String owner = of < 0 ? "" : summary.substring(of);
                values.computeIfAbsent(owner, _ -> new LinkedHashSet<>())
                        .add(of < 0 ? summary : summary.substring(0, of));
            }
        }
        String verb = verb(entries.getFirst().origin());
        values.forEach((owner, labels) -> deeds.add((verb.isEmpty() ? "changed " : "") + joined(labels) + owner));
        return verb + joined(deeds);
    }

    private static String joined(Set<String> parts) {
        String named = parts.stream().limit(MAX_NAMED).collect(Collectors.joining(", "));
        return parts.size() <= MAX_NAMED ? named : "%s and %,d more".formatted(named, parts.size() - MAX_NAMED);
    }

    /// How it came about, where somebody did not simply do it; else empty.
    private static String verb(Origin.Kind origin) {
        return switch (origin) {
            case MADE -> "";
            case UNDO -> "undid: ";
            case REDO -> "did again: ";
            case REVERT -> "took back: ";
        };
    }
}
