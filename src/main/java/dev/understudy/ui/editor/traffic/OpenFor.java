package dev.understudy.ui.editor.traffic;

import com.vaadin.flow.component.html.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// How long a WebSocket is open, or was. While it is, the browser counts on.
final class OpenFor extends Span {

    private static final long MINUTE = 60;

    /// With the seconds so far.
    private static final String COUNT = """
            const start = performance.now() - $0 * 1000;
            const words = (s) => s < 60 ? s + ' s' : Math.floor(s / 60) + ' min ' + (s % 60) + ' s';
            clearInterval(this._counting);
            this._counting = setInterval(() => {
              if (!this.isConnected) return clearInterval(this._counting);
              this.textContent = 'open for ' + words(Math.floor((performance.now() - start) / 1000));
            }, 1000);""";

    private static final String STOP = "clearInterval(this._counting); this.textContent = $0";

    private final Instant start;
    private boolean over;

    OpenFor(Instant start, Optional<Instant> end) {
        this.start = start;
        if (end.isPresent()) {
            over = true;
            setText(words(end.get()));
        } else {
            long seconds = seconds(Instant.now());
            setText("open for " + words(seconds));
            addAttachListener(_ -> {
                if (!over) {
                    getElement().executeJs(COUNT, seconds(Instant.now()));
                }
            });
        }
    }

    /// It was closed.
    void end(Instant end) {
        if (!over) {
            over = true;
            getElement().executeJs(STOP, words(end));
        }
    }

    private String words(Instant end) {
        return "was open for " + words(seconds(end));
    }

    private long seconds(Instant end) {
        return Math.max(0, Duration.between(start, end).toSeconds());
    }

    static String words(long seconds) {
        return seconds < MINUTE ? seconds + " s" : "%d min %d s".formatted(seconds / MINUTE, seconds % MINUTE);
    }
}
