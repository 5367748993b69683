package dev.understudy.ui.kit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Ties what a component listens to outside of its browser tab to its being on the screen: opened on attach, closed on
/// detach, so that nothing of a closed tab stays behind.
public final class Live {

    private static final ScheduledExecutorService BEATS = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("ui-beats").factory());

    /// Something that can be listened to.
    @FunctionalInterface
    public interface Source {
        /// Starts listening.
        ///
        /// @param ui runs tasks with the lock of the component's UI, in order, and pushes
        ///     what they changed. Once the UI is gone it drops them. Never waits, whatever
        ///     thread calls it.
        /// @return what stops the listening
        Runnable open(Executor ui);
    }

    private Live() {}

    public static void whileAttached(Component component, Source source) {
        component.addAttachListener(attached -> open(component, attached.getUI(), source));
        component.getUI().ifPresent(ui -> open(component, ui, source));
    }

    /// Runs the task every so often as long as the component is on the screen, first after one interval.
    public static void every(Duration interval, Component component, Runnable task) {
        whileAttached(component, ui -> {
            ScheduledFuture<?> beat = BEATS.scheduleAtFixedRate(
                    () -> ui.execute(task), interval.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS);
            return () -> beat.cancel(false);
        });
    }

    /// Does what takes long on a thread of its own, and shows what came of it if the UI is still there.
    public static <T> void compute(UI ui, Supplier<T> work, Consumer<T> show) {
        Thread.ofVirtual().name("ui-work").start(() -> {
            try {
                T result = work.get();
                access(ui, () -> show.accept(result));
            } catch (RuntimeException failure) {
                access(ui, () -> {
                    throw failure;
                });
            }
        });
    }

    private static void open(Component component, UI ui, Source source) {
        Runnable close = source.open(task -> access(ui, task));
        component.addDetachListener(detached -> {
            detached.unregisterListener();
            close.run();
        });
    }

    private static void access(UI ui, Runnable task) {
        try {
            var _ = ui.access(task::run);
        } catch (UIDetachedException gone) {
            // The tab was closed between the event and now: there is nobody left to show it to.
        }
    }
}
