package dev.understudy.ui.editor.activity;

import dev.understudy.history.activity.ActivityEntry;
import dev.understudy.history.activity.ActivityFilter;
import dev.understudy.history.activity.ActivityLog;
import dev.understudy.history.activity.ActivityPage;
import dev.understudy.ui.editor.session.HistoryShelf;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/// A part of the activity that ends where nobody did anything for a while, if there is such a place: so what belongs
/// together is read together, however many changes it has.
///
/// @param next before which revision to go on; empty if there is nothing more
/// @param until all that came after this moment is read
record ActivityReading(List<ActivityEntry> entries, OptionalLong next, Instant until) {

    /// At most, where there is no pause.
    static final int MAX_ENTRIES = 600;

    /// Of the log, each of which may be short where changes are large.
    private static final int MAX_PAGES = 5;

    /// So many different things are read at once, if there are.
    private static final int ENOUGH = 15;

    ActivityReading {
        entries = List.copyOf(entries);
    }

    /// Waits for the database.
    ///
    /// @param before a revision
    static ActivityReading of(HistoryShelf history, ActivityFilter filter, long before) {
        List<ActivityEntry> read = new ArrayList<>();
        OptionalLong next = OptionalLong.of(before);
        int quiet = 0;
        for (int page = 0;
                page < MAX_PAGES && next.isPresent() && read.size() < MAX_ENTRIES && !isEnough(read.subList(0, quiet));
                page++) {
            ActivityPage found = history.activity(filter, next.getAsLong(), ActivityLog.MAX_ENTRIES);
            read.addAll(found.entries());
            next = found.next();
            quiet = lastPause(read);
            if (found.entries().isEmpty()) {
                break;
            }
        }
        return cut(read, next, quiet);
    }

    /// @param quiet how many entries stand before the last pause
    static ActivityReading cut(List<ActivityEntry> read, OptionalLong next, int quiet) {
        if (next.isEmpty()) {
            return new ActivityReading(read, next, Instant.MIN);
        }
        if (quiet > 0) {
            List<ActivityEntry> kept = read.subList(0, quiet);
            ActivityEntry last = kept.getLast();
            return new ActivityReading(
                    kept, OptionalLong.of(last.revision()), last.at().minus(ActivityGroup.PAUSE));
        }
        return new ActivityReading(
                read, next, read.isEmpty() ? Instant.MIN : read.getLast().at());
    }

    private static boolean isEnough(List<ActivityEntry> entries) {
        return entries.stream()
                        .map(entry -> entry.author() + entry.summary())
                        .distinct()
                        .count()
                >= ENOUGH;
    }

    /// How many entries stand before the oldest pause; 0 if there is none.
    static int lastPause(List<ActivityEntry> newestFirst) {
        for (int at = newestFirst.size() - 1; at > 0; at--) {
            Instant older = newestFirst.get(at).at();
            if (older.plus(ActivityGroup.PAUSE).isBefore(newestFirst.get(at - 1).at())) {
                return at;
            }
        }
        return 0;
    }
}
