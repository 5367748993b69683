package dev.understudy.ui.kit;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.server.ErrorEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// The only way by which anything from another thread gets into a page: what is to be shown there waits in a queue of
/// the page, and a thread of the page's own takes it out, all that waits at a time and in order, so that a burst is one
/// push. Whoever posts renders nothing and waits for nobody. Any thread may call it.
///
/// [UI#access] by itself is no such way: where the lock is free, it renders and pushes on the thread of the caller.
public final class PageQueue {

    /// The pages for which something waits.
    private static final Map<UI, PageQueue> WAITING = new ConcurrentHashMap<>();

    private final List<Runnable> tasks = new ArrayList<>();

    private PageQueue() {}

    /// Runs the task with the lock of the page, soon, and pushes what it changed. Once the page is gone it is dropped.
    public static void post(UI page, Runnable task) {
        boolean[] first = {false};
        WAITING.compute(page, (_, present) -> {
            PageQueue queue = present;
            if (queue == null) {
                queue = new PageQueue();
                first[0] = true;
            }
            queue.tasks.add(task);
            return queue;
        });
        if (first[0]) {
            Thread.ofVirtual().name("page-" + page.getUIId()).start(() -> enter(page));
        }
    }

    /// Where the page is busy, the thread that is in it runs what waits before it leaves.
    private static void enter(UI page) {
        try {
            var _ = page.access(() -> deliver(page));
        } catch (UIDetachedException gone) {
            // It was closed between the event and now: there is nobody left to show it to.
            WAITING.remove(page);
        }
    }

    private static void deliver(UI page) {
        PageQueue queue = WAITING.remove(page);
        if (queue == null) {
            return;
        }
        for (Runnable task : queue.tasks) {
            try {
                task.run();
            } catch (RuntimeException failure) {
                page.getSession().getErrorHandler().error(new ErrorEvent(failure));
            }
        }
    }
}
