package dev.understudy.server.heavy;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// A few threads of the platform for work that would hold up everybody else on the threads of requests. People take
/// turns: whoever has much to do waits for their own work, and others don't. Any thread may call it.
public final class Workshop implements AutoCloseable {

    /// What one piece of work may take, measured while it is done. Waiting does not count.
    public static final Duration BUDGET = Duration.ofSeconds(10);

    /// Of one person.
    public static final int MAX_WAITING_OF_ONE = 8;

    /// Of all.
    public static final int MAX_WAITING = 100;

    /// What waits holds so much memory at most, all of it together.
    public static final long MAX_WAITING_BYTES = 256L * 1024 * 1024;

    private final Map<Object, Deque<Job<?>>> waiting = new LinkedHashMap<>();
    private final List<Thread> threads = new ArrayList<>();
    private final LongSupplier workedNanos;
    private int jobs;
    private long bytes;
    private int running;
    private boolean closed;

    /// Leaves one processor to everybody else; with one or two there is one thread.
    public Workshop() {
        this(Math.max(1, Runtime.getRuntime().availableProcessors() - 1), processorTime());
    }

    /// @param workedNanos how long the thread that asks has worked
    @SuppressWarnings("ThreadPriorityCheck") // nothing relies on it: where it counts, others go first
    Workshop(int count, LongSupplier workedNanos) {
        this.workedNanos = workedNanos;
        for (int number = 1; number <= count; number++) {
            Thread thread = Thread.ofPlatform()
                    .daemon()
                    .name("workshop-" + number)
                    .priority(Thread.MIN_PRIORITY)
                    .unstarted(this::work);
            threads.add(thread);
            thread.start();
        }
    }

    private static LongSupplier processorTime() {
        ThreadMXBean times = ManagementFactory.getThreadMXBean();
        return times.isCurrentThreadCpuTimeSupported() ? times::getCurrentThreadCpuTime : System::nanoTime;
    }

    /// Takes work on.
    ///
    /// @param owner whose work it is, equal for all work of one person
    /// @param name what it is, at the start of a sentence, such as "The import"
    /// @param heldBytes what it holds in memory while it waits
    /// @throws WorkEnded if too much waits already
    public <T> Job<T> submit(Object owner, String name, long heldBytes, HeavyWork<T> work) {
        Job<T> job = new Job<>(this, owner, heldBytes, new Meter(name, workedNanos), work);
        enqueue(job);
        return job;
    }

    @Override
    public void close() {
        List<Job<?>> left = new ArrayList<>();
        synchronized (this) {
            closed = true;
            waiting.values().forEach(left::addAll);
            waiting.clear();
            notifyAll();
        }
        left.forEach(job -> job.fail(full()));
    }

    private synchronized void enqueue(Job<?> job) {
        if (closed || jobs >= MAX_WAITING || bytes + job.bytes > MAX_WAITING_BYTES) {
            throw full();
        }
        Deque<Job<?>> own = waiting.computeIfAbsent(job.owner, _ -> new ArrayDeque<>());
        if (own.size() >= MAX_WAITING_OF_ONE) {
            throw new WorkEnded(
                    WorkEnded.Reason.SHARE_FULL,
                    "%d of your imports, exports and the like wait already, which is the limit. Try again when some are done."
                            .formatted(MAX_WAITING_OF_ONE));
        }
        own.add(job);
        jobs++;
        bytes += job.bytes;
        notifyAll();
    }

    private static WorkEnded full() {
        return new WorkEnded(
                WorkEnded.Reason.QUEUE_FULL,
                "The server has more imports, exports and the like to do than it can queue. Try again in a minute.");
    }

    /// Whether it waited.
    synchronized boolean remove(Job<?> job) {
        Deque<Job<?>> own = waiting.get(job.owner);
        if (own == null || !own.remove(job)) {
            return false;
        }
        if (own.isEmpty()) {
            waiting.remove(job.owner);
        }
        left(job);
        return true;
    }

    /// What is being done, what the same person wants before it, and what others have a turn for until then.
    synchronized int ahead(Job<?> job) {
        Deque<Job<?>> own = waiting.get(job.owner);
        int before = own == null ? -1 : new ArrayList<>(own).indexOf(job);
        if (before < 0) {
            return 0;
        }
        int ahead = running + before;
        boolean later = false;
        for (Map.Entry<Object, Deque<Job<?>>> other : waiting.entrySet()) {
            if (other.getKey().equals(job.owner)) {
                later = true;
            } else {
                ahead += Math.min(other.getValue().size(), later ? before : before + 1);
            }
        }
        return ahead;
    }

    private void work() {
        Job<?> job = next();
        while (job != null) {
            job.run();
            synchronized (this) {
                running--;
            }
            job = next();
        }
    }

    /// Of the person who waits for their turn the longest. Null if nothing is done any more.
    private synchronized @Nullable Job<?> next() {
        try {
            while (waiting.isEmpty()) {
                if (closed) {
                    return null;
                }
                wait();
            }
        } catch (InterruptedException _) {
            return null;
        }
        Map.Entry<Object, Deque<Job<?>>> turn = waiting.entrySet().iterator().next();
        Deque<Job<?>> own = turn.getValue();
        waiting.remove(turn.getKey());
        Job<?> job = own.remove();
        if (!own.isEmpty()) {
            waiting.put(job.owner, own);
        }
        left(job);
        running++;
        return job;
    }

    private void left(Job<?> job) {
        jobs--;
        bytes -= job.bytes;
    }
}
