package dev.understudy.ui.editor.session;

import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.signals.Signal;
import com.vaadin.flow.signals.local.ValueSignal;
import dev.understudy.collab.CommittedChange;
import dev.understudy.collab.Origin;
import dev.understudy.edit.TakeBack;
import dev.understudy.history.Step;
import dev.understudy.history.Step.Direction;
import dev.understudy.history.Undo;
import dev.understudy.history.Undone;
import dev.understudy.server.Subscription;
import dev.understudy.team.Access;
import dev.understudy.team.Actor;
import dev.understudy.ui.kit.Coalesced;
import dev.understudy.ui.kit.Notices;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;

/// What the person can take back and do again in this environment, whichever tab or device they did it in. Only with
/// the lock of the UI.
public final class UndoHistory {

    private static final Duration PAUSE = Duration.ofMillis(200);

    /// What the next undo and the next redo are about, in words; empty if there is none.
    public record Next(Optional<String> undo, Optional<String> redo) {

        public Optional<String> of(Direction direction) {
            return switch (direction) {
                case UNDO -> undo;
                case REDO -> redo;
            };
        }
    }

    private final EditorSession session;
    private final Undo undo;
    private final ValueSignal<Next> next = new ValueSignal<>(new Next(Optional.empty(), Optional.empty()));
    private Runnable look = () -> {};
    private Optional<Notification> told = Optional.empty();

    UndoHistory(EditorSession session, Undo undo) {
        this.session = session;
        this.undo = undo;
    }

    public Signal<Next> next() {
        return next;
    }

    Subscription open(Executor ui) {
        Coalesced<Next> looking = new Coalesced<>(() -> look(session.access()), next::set, ui, PAUSE);
        look = looking::request;
        looking.request();
        return () -> look = () -> {};
    }

    private Next look(Access access) {
        return new Next(what(access, Direction.UNDO), what(access, Direction.REDO));
    }

    private Optional<String> what(Access access, Direction direction) {
        return undo.next(access, direction).map(Step::what);
    }

    /// After what somebody just did, that is next, and there is nothing to do again.
    void read(CommittedChange committed) {
        Actor me = session.access().actor();
        if (!committed.author().equals(me.user()) || !committed.token().equals(me.token())) {
            return;
        }
        if (committed.origin().kind() == Origin.Kind.MADE) {
            next.set(new Next(Optional.of(committed.summary()), Optional.empty()));
        } else {
            look.run();
        }
    }

    /// Takes the next step, after all that was changed in this tab before, and tells what came of it.
    public void take(Direction direction) {
        session.typing().end();
        // Found once: a second try must not take another step.
        AtomicReference<Optional<Step>> found = new AtomicReference<>();
        AtomicReference<Optional<Undone>> came = new AtomicReference<>(Optional.empty());
        session.submit(
                access -> {
                    if (found.get() == null) {
                        found.set(undo.next(access, direction));
                    }
                    came.set(found.get().flatMap(step -> undo.take(access, step)));
                    return came.get()
                            .map(undone ->
                                    UndoWords.result(undone, session.newest().environment()))
                            .orElseGet(() -> new SubmitResult.Nothing(List.of()));
                },
                answer -> {
                    look.run();
                    came.get()
                            .ifPresentOrElse(undone -> tell(direction, answer, undone), () -> Actions.complain(answer));
                });
    }

    private void tell(Direction direction, SubmitResult answer, Undone undone) {
        switch (undone) {
            case Undone.Done(String what, var _, List<TakeBack.Left> left) -> {
                if (left.isEmpty()) {
                    notice(Notices.done(UndoWords.done(direction, what)));
                } else {
                    tell(UndoWords.done(direction, what), left);
                }
            }
            case Undone.NothingLeft(String what, long _, List<TakeBack.Left> left, boolean _) ->
                tell(UndoWords.nothingLeft(what), left);
            case Undone.InTheWay _, Undone.Refused _ -> Actions.complain(answer);
        }
    }

    private void tell(String first, List<TakeBack.Left> left) {
        List<String> sentences = new ArrayList<>(List.of(first));
        sentences.addAll(UndoWords.left(left, session.now().environment()));
        notice(Notices.told(String.join(" ", sentences)));
    }

    /// One takes the place of the one before: who takes back ten steps is not told ten times at once.
    private void notice(Notification next) {
        told.ifPresent(Notification::close);
        told = Optional.of(next);
    }
}
