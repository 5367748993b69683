package dev.understudy.ui.kit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasEnabled;
import com.vaadin.flow.component.UI;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// What a page asks of the database, a room or a listener: done on a thread of its own while the page answers, and
/// brought back through the [PageQueue]. What fails is told with what to do. Only with the lock of the UI.
public final class Errand {

    /// The attribute of a control that is at work.
    public static final String BUSY = "aria-busy";

    private Errand() {}

    /// Does once what somebody pressed a control for. Until there is an answer the control shows that it is at work and
    /// can't be pressed again.
    ///
    /// @param done is told what came of it, unless that is a failure
    public static <T, C extends Component & HasEnabled> void run(C control, Supplier<T> work, Consumer<T> done) {
        if (control.getElement().hasAttribute(BUSY)) {
            return;
        }
        control.setEnabled(false);
        control.getElement().setAttribute(BUSY, "true");
        go(
                work,
                outcome -> {
                    control.getElement().removeAttribute(BUSY);
                    control.setEnabled(true);
                    outcome.run();
                },
                done);
    }

    /// The same for what is done or fails.
    public static <C extends Component & HasEnabled> void run(C control, Runnable work, Runnable done) {
        run(
                control,
                () -> {
                    work.run();
                    return true;
                },
                _ -> done.run());
    }

    /// Looks up what nobody pressed anything for, and again while the database does not answer.
    public static <T> void fetch(Supplier<T> look, Consumer<T> show) {
        go(() -> Retry.call(look), Runnable::run, show);
    }

    private static <T> void go(Supplier<T> work, Consumer<Runnable> back, Consumer<T> done) {
        UI page = UI.getCurrentOrThrow();
        Thread.ofVirtual().name("errand").start(() -> {
            Runnable outcome = outcome(work, done);
            PageQueue.post(page, () -> back.accept(outcome));
        });
    }

    private static <T> Runnable outcome(Supplier<T> work, Consumer<T> done) {
        try {
            T result = work.get();
            return () -> done.accept(result);
        } catch (RuntimeException failure) {
            return () -> Notices.failed(FailureWords.of(failure).orElseThrow(() -> failure));
        }
    }
}
