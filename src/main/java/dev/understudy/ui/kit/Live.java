package dev.understudy.ui.kit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import dev.understudy.server.Subscription;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

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
        ///     what they changed, see [PageQueue]. Once the UI is gone it drops them. Never
        ///     waits, whatever thread calls it.
        Subscription open(Executor ui);
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

    private static void open(Component component, UI ui, Source source) {
        Subscription listening = source.open(task -> PageQueue.post(ui, task));
        component.addDetachListener(detached -> {
            detached.unregisterListener();
            listening.close();
        });
    }
}
