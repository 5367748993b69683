package dev.understudy.ui.editor.session;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Says which of a tab's changes of a text are one step: those of one text, with no pause to speak of between them and
/// nothing else. Only with the lock of the UI.
public final class TypingSteps {

    /// Whoever stops for longer has written something and goes on with something else.
    static final Duration PAUSE = Duration.ofSeconds(2);

    private @Nullable FieldLocation text;
    private long lastNanos;
    private int number;

    /// The step that a change of a text belongs to, made at this moment.
    ///
    /// @param nowNanos as [System#nanoTime] tells it
    public Optional<String> next(FieldLocation where, long nowNanos) {
        if (!where.equals(text) || nowNanos - lastNanos > PAUSE.toNanos()) {
            number++;
        }
        text = where;
        lastNanos = nowNanos;
        return Optional.of("typing-" + number);
    }

    /// Something else was done.
    void end() {
        text = null;
    }
}
