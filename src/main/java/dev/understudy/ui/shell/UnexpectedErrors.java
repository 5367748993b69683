package dev.understudy.ui.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ErrorHandler;
import dev.understudy.ui.kit.FailureWords;
import dev.understudy.ui.kit.Notices;
import dev.understudy.ui.kit.PageQueue;
import java.io.IOException;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What happens with what fails in a page. Of a mistake of ours the log gets the whole, the user a sentence and an id
/// that
/// finds it there. What is refused, or can't be done for the moment, is told in its own sentence.
final class UnexpectedErrors implements ErrorHandler {

    private static final Logger LOG = LoggerFactory.getLogger(UnexpectedErrors.class);

    /// Writes it to the log.
    ///
    /// @return the id that the log has it under
    static String log(Throwable error) {
        String id = UUID.randomUUID().toString().substring(0, 8);
        LOG.error("Unexpected error {} in the user interface", id, error);
        return id;
    }

    @Override
    public void error(ErrorEvent event) {
        if (event.getThrowable() instanceof IOException) {
            // A browser that goes while it is being answered is nobody's mistake.
            LOG.debug("A browser left in the middle of an answer", event.getThrowable());
            return;
        }
        if (UnreadableMessages.isOne(event.getThrowable())) {
            UnreadableMessages.log(event.getThrowable());
            return;
        }
        Throwable failure = event.getThrowable();
        String sentence = FailureWords.of(failure).orElseGet(() -> mistake(failure));
        UI ui = UI.getCurrent();
        if (ui != null && ui.isAttached()) {
            PageQueue.post(ui, () -> Notices.failed(sentence));
        }
    }

    private static String mistake(Throwable failure) {
        return "That did not work because of a mistake in Understudy. Nothing that was saved is lost. Reload the page to"
                + " try again; the server's log has it as " + log(failure) + ".";
    }
}
