package dev.understudy.ui.editor.field;

import com.vaadin.flow.component.Component;
import dev.understudy.ui.editor.session.SubmitResult;
import java.util.Optional;

/// Tells the browser's side of a text what became of a push of it.
final class Verdict {

    private Verdict() {}

    /// Tells it, and gives what to tell the person; an empty text takes back what was told before.
    ///
    /// @param key the text that was pushed
    /// @param gone whether what it belongs to is not there any more
    static Optional<String> tell(Component text, String key, long seq, SubmitResult answer, boolean gone) {
        return switch (answer) {
            case SubmitResult.Done _ -> Optional.of("");
            case SubmitResult.Nothing _
            when gone -> {
                text.getElement().callJsFunction("reject", key, seq);
                yield Optional.of("Not saved: what this text belonged to was removed.");
            }
            case SubmitResult.Nothing _ -> {
                text.getElement().callJsFunction("settle", key, seq);
                yield Optional.of("");
            }
            case SubmitResult.Refused(String reason) -> {
                text.getElement().callJsFunction("reject", key, seq);
                yield Optional.of("Not saved. " + reason);
            }
            case SubmitResult.Stale _ -> {
                text.getElement().callJsFunction("refuse", key, seq);
                yield Optional.empty();
            }
            case SubmitResult.Astray _ -> Optional.empty();
        };
    }
}
