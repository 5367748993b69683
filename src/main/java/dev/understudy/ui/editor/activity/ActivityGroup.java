package dev.understudy.ui.editor.activity;

import dev.understudy.collab.Origin;
import dev.understudy.environment.NodeId;
import dev.understudy.history.activity.ActivityEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// What one person did at one route, folder or the like without a long pause, and without others at the same in
/// between.
///
/// @param form that all of it was about; empty if it was about more than one
/// @param entries at least one, newest first
/// @param whole whether nothing older belongs to it
record ActivityGroup(Optional<NodeId> form, List<ActivityEntry> entries, boolean whole) {

    /// Who does nothing for so long has begun something else afterwards.
    static final Duration PAUSE = Duration.ofMinutes(10);

    private static final class Open {
        private final Optional<NodeId> form;
        private final List<ActivityEntry> entries = new ArrayList<>();

        private Open(Optional<NodeId> form, ActivityEntry first) {
            this.form = form;
            entries.add(first);
        }

        private boolean isWhole(Instant until) {
            return until.equals(Instant.MIN)
                    || !entries.getLast().at().minus(PAUSE).isBefore(until);
        }

        private boolean takes(ActivityEntry older, boolean complete) {
            ActivityEntry last = entries.getLast();
            return (complete || older.revision() == last.revision() - 1)
                    && older.author().equals(last.author())
                    && older.byToken() == last.byToken()
                    && older.origin() == Origin.Kind.MADE
                    && last.origin() == Origin.Kind.MADE
                    && !older.at().plus(PAUSE).isBefore(last.at());
        }
    }

    ActivityGroup {
        entries = List.copyOf(entries);
    }

    /// Entries put together, by the newest of each group.
    ///
    /// @param newestFirst entries, newest first
    /// @param until all that came after this moment is among them
    /// @param complete whether nothing was left out between them; else nobody knows what others did in between, and
    ///     only what follows on each other goes together
    /// @param formOf the form in which a node stands now; empty if it is gone
    static List<ActivityGroup> of(
            List<ActivityEntry> newestFirst,
            Instant until,
            boolean complete,
            Function<NodeId, Optional<NodeId>> formOf) {
        List<Open> all = new ArrayList<>();
        Map<NodeId, Open> latest = new HashMap<>();
        for (ActivityEntry entry : newestFirst) {
            Set<NodeId> forms = new HashSet<>();
            entry.nodes().forEach(node -> forms.add(formOf.apply(node).orElse(node)));
            Optional<NodeId> form = forms.size() == 1 && !entry.large()
                    ? Optional.of(forms.iterator().next())
                    : Optional.empty();
            Optional<Open> goesOn = form.map(latest::get).filter(open -> open.takes(entry, complete));
            if (goesOn.isPresent()) {
                goesOn.get().entries.add(entry);
                continue;
            }
            Open begun = new Open(form, entry);
            all.add(begun);
            if (entry.large()) {
                latest.clear();
            }
            forms.forEach(latest::remove);
            form.ifPresent(one -> latest.put(one, begun));
        }
        return all.stream()
                .map(open -> new ActivityGroup(open.form, open.entries, open.isWhole(until)))
                .toList();
    }

    ActivityEntry newest() {
        return entries.getFirst();
    }

    ActivityEntry oldest() {
        return entries.getLast();
    }

    Instant start() {
        return oldest().at();
    }

    Instant end() {
        return newest().at();
    }

    /// Its revisions, in order.
    List<Long> revisions() {
        return entries.reversed().stream().map(ActivityEntry::revision).toList();
    }
}
