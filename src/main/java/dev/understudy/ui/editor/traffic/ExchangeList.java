package dev.understudy.ui.editor.traffic;

import com.vaadin.flow.component.html.Div;
import dev.understudy.traffic.Exchange;
import dev.understudy.traffic.TrafficFilter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.ObjIntConsumer;
import java.util.stream.Stream;

/// The rows of exchanges, the newest first: what is asked now, and below it what was read of the time before. Only with
/// the lock of its UI.
final class ExchangeList extends Div {

    private final Deque<ExchangeRow> now = new ArrayDeque<>();
    private final Deque<ExchangeRow> before = new ArrayDeque<>();

    ExchangeList() {
        addClassName("traffic-list");
        getElement().setAttribute("role", "list");
    }

    /// Puts what was just asked above all others.
    void add(ExchangeRow row, TrafficFilter filter) {
        row.setVisible(row.fits(filter));
        now.addFirst(row);
        addComponentAsFirst(row);
    }

    /// Puts what was before all others below them.
    void append(ExchangeRow row) {
        before.addLast(row);
        add(row);
    }

    /// Takes out the oldest of too many. What leads over to the time before stays.
    ///
    /// @param cut is told which one is the oldest of what is left of before, and how many those are
    void shorten(ObjIntConsumer<UUID> cut) {
        while (now.size() > TrafficPanel.MOST_ROWS) {
            ExchangeRow row = now.removeLast();
            if (before.isEmpty()) {
                remove(row);
            } else {
                before.addFirst(row);
            }
        }
        int surplus = before.size() - OlderTraffic.MOST;
        if (surplus > 0) {
            for (int left = surplus; left > 0; left--) {
                remove(before.removeLast());
            }
            cut.accept(before.getLast().exchange().id(), before.size());
        }
    }

    /// Shows only what fits, and nothing of before, which was read by another filter.
    void narrow(TrafficFilter filter) {
        before.forEach(this::remove);
        before.clear();
        now.forEach(row -> row.setVisible(row.fits(filter)));
    }

    void forget() {
        now.clear();
        before.clear();
        removeAll();
    }

    boolean isEmpty() {
        return now.isEmpty() && before.isEmpty();
    }

    /// What is shown, the oldest first.
    List<Exchange> shown() {
        return rows().filter(ExchangeRow::isVisible)
                .map(ExchangeRow::exchange)
                .toList()
                .reversed();
    }

    /// Of what is asked now.
    Optional<UUID> oldest() {
        return Optional.ofNullable(now.peekLast()).map(row -> row.exchange().id());
    }

    Optional<ExchangeRow> find(UUID exchange) {
        return rows().filter(row -> row.exchange().id().equals(exchange)).findFirst();
    }

    /// To be told where the mock answers now.
    void at(Optional<String> address) {
        rows().forEach(row -> row.at(address));
    }

    private Stream<ExchangeRow> rows() {
        return Stream.concat(now.stream(), before.stream());
    }
}
