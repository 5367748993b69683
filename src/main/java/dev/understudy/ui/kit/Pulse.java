package dev.understudy.ui.kit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.page.PendingJavaScriptResult;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Asks a page every so often whether it is still there, and tells of its answers. Nothing else counts: the connection
/// of a computer that went to sleep or out of reach stays open for a quarter of an hour, and its UI as long. The page
/// learns by it that the server is there.
public final class Pulse {

    /// Three of them fit into the time to live of presence. `understudy-saved` counts on it.
    static final Duration BETWEEN_QUESTIONS = Duration.ofSeconds(9);

    private static final String QUESTION = "window.dispatchEvent(new Event('understudy-pulse')); return true";

    private final Component component;
    private final Runnable answered;
    private @Nullable PendingJavaScriptResult question;

    private Pulse(Component component, Runnable answered) {
        this.component = component;
        this.answered = answered;
    }

    /// Asks as long as the component is on the screen.
    ///
    /// @param answered runs with the lock of the UI
    public static void of(Component component, Runnable answered) {
        Live.every(BETWEEN_QUESTIONS, component, new Pulse(component, answered)::ask);
    }

    private void ask() {
        if (question != null) {
            // One that could not be sent need not be answered as well when the page is back.
            question.cancelExecution();
        }
        question = component.getElement().executeJs(QUESTION);
        question.then(_ -> answered.run());
    }
}
