package dev.understudy.ui.editor.traffic;

import dev.understudy.traffic.Glimpse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What is new and not shown yet, however long the page takes to show it: never more than it can show. Any thread may
/// call it.
final class LatestNews {

    private @Nullable Glimpse waiting;

    /// Puts it to what waits.
    ///
    /// @return whether it has to be fetched, since nothing waited before
    synchronized boolean add(Glimpse news) {
        Glimpse before = waiting;
        waiting = before == null ? news : before.then(news, TrafficPanel.MOST_ROWS);
        return before == null;
    }

    synchronized Optional<Glimpse> take() {
        Glimpse news = waiting;
        waiting = null;
        return Optional.ofNullable(news);
    }

    /// Forgets what nobody will fetch any more.
    synchronized void forget() {
        waiting = null;
    }
}
