package dev.understudy;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.function.Executable;

/// For what must end soon: counts the time of the processor that it uses, not that of the clock, so that it says the
/// same on a machine that does ten other things.
public final class CpuLimit {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final Duration LOOK_EVERY = Duration.ofMillis(20);

    private CpuLimit() {}

    /// Runs the work on a thread of its own, and fails as soon as that has worked longer than the limit.
    /// What the work throws, this throws, too.
    public static void assertWithin(Duration limit, Executable work) {
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        Thread thread = Thread.ofPlatform().daemon().start(() -> {
            try {
                work.execute();
            } catch (Throwable failure) {
                thrown.set(failure);
            }
        });
        while (!ended(thread)) {
            if (THREADS.getThreadCpuTime(thread.threadId()) > limit.toNanos()) {
                AssertionError tooLong = new AssertionError("It has worked for more than " + limit + " already");
                tooLong.setStackTrace(thread.getStackTrace());
                thread.interrupt();
                throw tooLong;
            }
        }
        switch (thrown.get()) {
            case null -> {}
            case RuntimeException failure -> throw failure;
            case Error failure -> throw failure;
            case Throwable failure -> throw new AssertionError(failure);
        }
    }

    private static boolean ended(Thread thread) {
        try {
            return thread.join(LOOK_EVERY);
        } catch (InterruptedException interruption) {
            thread.interrupt();
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interruption);
        }
    }
}
