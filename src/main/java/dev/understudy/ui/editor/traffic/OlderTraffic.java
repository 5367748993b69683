package dev.understudy.ui.editor.traffic;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.understudy.traffic.Exchange;
import dev.understudy.traffic.ExchangeIds;
import dev.understudy.traffic.kept.KeptPage;
import dev.understudy.ui.kit.Errand;
import dev.understudy.ui.kit.QuietButtons;
import dev.understudy.ui.kit.ReaderZone;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;

/// The way to what is kept of the time before, page by page. Only with the lock of its UI.
final class OlderTraffic extends Div {

    /// Exchanges of a page.
    static final int PAGE = 50;

    /// Exchanges that are shown of the time before, at most.
    static final int MOST = 300;

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ENGLISH);

    private final Function<UUID, KeptPage> look;
    private final Consumer<List<Exchange>> show;
    private final Button button = QuietButtons.of("Older", this::press);
    private final Span note = new Span();
    private Optional<UUID> place = Optional.empty();
    private int shown;
    private long leftOut;
    private boolean ended;
    private long turn;

    /// @param look reads a page of what was before an exchange; takes its time
    /// @param show is given it, the newest first
    OlderTraffic(Function<UUID, KeptPage> look, Consumer<List<Exchange>> show) {
        this.look = look;
        this.show = show;
        addClassName("traffic-older");
        note.addClassName("note");
        add(button, note);
        tell("");
    }

    /// Begins anew: nothing of before is shown any more.
    void reset() {
        turn++;
        place = Optional.empty();
        shown = 0;
        leftOut = 0;
        ended = false;
        tell("");
    }

    /// Goes on from an exchange that is the oldest shown now.
    ///
    /// @param number of exchanges of before that are shown
    void cut(UUID oldest, int number) {
        place = Optional.of(oldest);
        shown = number;
        ended = false;
        tell("");
    }

    /// To be told of the oldest exchange that is shown, as long as nothing of before is.
    void begin(Optional<UUID> oldest) {
        if (shown == 0 && leftOut == 0 && !ended) {
            place = oldest;
        }
    }

    private void press() {
        long now = turn;
        UUID before = place.orElseGet(() -> ExchangeIds.startOf(Instant.now().plusSeconds(1)));
        Errand.run(button, () -> look.apply(before), page -> {
            if (now == turn) {
                take(page);
            }
        });
    }

    private void take(KeptPage page) {
        shown += page.exchanges().size();
        leftOut += page.leftOut();
        ended = page.next().isEmpty();
        place = page.next();
        show.accept(page.exchanges());
        if (ended) {
            tell(shown == 0 ? "Nothing older is kept that fits." : "Nothing older is kept.");
        } else if (page.exchanges().isEmpty()) {
            tell("Nothing that fits since %s. There may be more before that.".formatted(moment(page)));
        } else {
            tell("");
        }
    }

    private String moment(KeptPage page) {
        return page.next()
                .map(id -> MINUTE.format(ExchangeIds.instantOf(id).atZone(ReaderZone.of(this))))
                .orElse("");
    }

    private void tell(String words) {
        boolean full = shown >= MOST;
        button.setVisible(!ended && !full);
        String more = full ? "More can't be shown at once: filter it." : words;
        String missing = leftOut == 0 ? "" : "%,d were not kept, there were too many. ".formatted(leftOut);
        note.setText((missing + more).strip());
        note.setVisible(!note.getText().isEmpty());
    }
}
