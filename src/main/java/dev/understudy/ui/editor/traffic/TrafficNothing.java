package dev.understudy.ui.editor.traffic;

import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import dev.understudy.ui.kit.CopyButton;
import dev.understudy.ui.kit.EmptyState;
import java.util.Optional;

/// What stands there before the first request: where to send one, or that the mock does not run.
final class TrafficNothing extends Div {

    private final boolean kept;
    private Optional<String> shown = Optional.empty();

    /// @param kept whether there may be something from before
    TrafficNothing(boolean kept) {
        this.kept = kept;
        addClassName("traffic-nothing");
        show();
    }

    /// @param address where the mock answers; empty if it does not
    void set(Optional<String> address) {
        if (!address.equals(shown)) {
            shown = address;
            removeAll();
            show();
        }
    }

    private void show() {
        if (shown.isEmpty()) {
            add(new EmptyState("The mock is stopped", "Start it, and what it is asked shows here as it happens."));
            return;
        }
        String line = "curl -i " + ShellText.quoted(shown.get());
        Code code = new Code(line);
        code.addClassName("traffic-try");
        add(
                new EmptyState(
                        kept ? "Nothing was asked lately" : "Nothing was asked yet",
                        "Requests to %s show here as they come. Try one:".formatted(shown.get()),
                        new CopyButton("Copy", line)),
                code);
    }
}
