package dev.understudy.ui.editor.session;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.signals.Signal;
import com.vaadin.flow.signals.local.ValueSignal;
import dev.understudy.team.Access;
import dev.understudy.ui.kit.PageQueue;
import dev.understudy.ui.kit.Retry;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What a tab submits: goes into its [Outbox], and comes back as an answer and as what its page says of being saved.
/// Only with the lock of the UI.
final class Submissions {

    private final AccessWatch rights;
    private final Runnable refresh;
    private final Outbox outbox;
    private final ValueSignal<Saving> saving = new ValueSignal<>(Saving.NOTHING);
    private volatile @Nullable UI page;

    /// @param refresh brings the page's document up to that of the room, before an answer is told
    Submissions(AtomicInteger unsaved, AccessWatch rights, Runnable refresh) {
        this.rights = rights;
        this.refresh = refresh;
        this.outbox = new Outbox(unsaved, Retry::pause, this::trouble);
    }

    Signal<Saving> saving() {
        return saving;
    }

    /// Submits by the rights of the moment when it is its turn, which may be others than those that the page shows.
    void submit(Function<Access, SubmitResult> attempt, Consumer<SubmitResult> answered) {
        Access known = rights.access();
        UI shown = UI.getCurrentOrThrow();
        page = shown;
        saving.set(saving.peek().more());
        AtomicReference<Optional<AccessWatch.Found>> looked = new AtomicReference<>(Optional.empty());
        outbox.add(
                () -> {
                    AccessWatch.Found found = rights.look(known);
                    looked.set(Optional.of(found));
                    return found.access().map(attempt).orElseGet(() -> refusal(found.standing()));
                },
                result -> PageQueue.post(shown, () -> {
                    looked.get().ifPresent(rights::show);
                    refresh.run();
                    saving.set(saving.peek().fewer());
                    answered.accept(result);
                }));
    }

    private static SubmitResult refusal(Standing standing) {
        return new SubmitResult.Refused(
                switch (standing) {
                    case Standing.Out(String reason) -> reason;
                    case Standing.Looking(String reason) -> reason;
                    case Standing.Editing _ -> "";
                });
    }

    private void trouble(Optional<String> why) {
        UI shown = page;
        if (shown != null) {
            PageQueue.post(shown, () -> saving.set(saving.peek().troubled(why)));
        }
    }
}
