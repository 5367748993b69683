package dev.understudy.ui.editor.panel;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.signals.Signal;
import dev.understudy.hosting.listener.ListenerState;
import dev.understudy.ui.editor.session.EditorSession;

/// Says beside the port what the mock made of it: why it answers elsewhere, or what happens if it can't be had.
public final class DetourNote extends Paragraph {

    private static final String WISH =
            "The port counts from the next start. If it is taken then, the mock answers on another one and says so.";

    DetourNote(EditorSession session) {
        addClassNames("small", "detour-note");
        getElement().setAttribute("role", "status");
        Signal.effect(this, () -> {
            String sentence = sentence(session.mock().listener().get());
            setText(sentence.isEmpty() ? WISH : sentence);
            getElement().setAttribute("data-tone", sentence.isEmpty() ? "quiet" : "warn");
        });
    }

    /// Why a mock answers at another port than its document names; empty if it does not.
    public static String sentence(ListenerState state) {
        return state instanceof ListenerState.Running running ? running.note().orElse("") : "";
    }
}
