package dev.understudy.server.heavy;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One piece of work that waits for its turn, is being done, or is done. Any thread may call it.
public final class Job<T> {

    private static final Logger LOG = LoggerFactory.getLogger(Job.class);

    private final Workshop workshop;
    private final HeavyWork<T> work;
    private final Meter meter;
    private final CountDownLatch done = new CountDownLatch(1);
    final Object owner;
    final long bytes;

    // these are written before the latch opens, and read after it
    private @Nullable T result;
    private @Nullable RuntimeException failure;

    Job(Workshop workshop, Object owner, long bytes, Meter meter, HeavyWork<T> work) {
        this.workshop = workshop;
        this.owner = owner;
        this.bytes = bytes;
        this.meter = meter;
        this.work = work;
    }

    /// What came of it, as soon as something did.
    ///
    /// @throws WorkEnded if it was ended
    /// @throws RuntimeException what the work itself threw
    public T get() {
        try {
            done.await();
        } catch (InterruptedException interruption) {
            giveUp();
            Thread.currentThread().interrupt();
            throw new WorkEnded(WorkEnded.Reason.GIVEN_UP, "The server is being stopped. Try again.");
        }
        if (failure != null) {
            throw failure;
        }
        if (result == null) {
            throw new IllegalStateException("Work gave nothing");
        }
        return result;
    }

    /// Waits so long, or until it is done.
    ///
    /// @return whether it is
    public boolean await(Duration atMost) {
        try {
            return done.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interruption) {
            giveUp();
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /// How much is done before it comes to this; 0 if it is being done, or is done.
    public int ahead() {
        return workshop.ahead(this);
    }

    /// Takes it out of the queue, or ends it within some thousands of steps.
    public void giveUp() {
        meter.giveUp();
        if (workshop.remove(this)) {
            fail(new WorkEnded(WorkEnded.Reason.GIVEN_UP, "This was given up."));
        }
    }

    /// Does it, on a thread of the workshop.
    void run() {
        try {
            meter.start();
            result = work.run(meter);
            done.countDown();
        } catch (RuntimeException ended) {
            fail(ended);
        } catch (Error fatal) {
            // whatever it is, the thread is needed by others, and whoever waits must hear of it
            LOG.error("Work failed", fatal);
            fail(new IllegalStateException("Work failed", fatal));
        }
    }

    void fail(RuntimeException why) {
        failure = why;
        done.countDown();
    }
}
