package dev.understudy.hosting.outbound;

import dev.understudy.environment.MemoryBudget;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What one listener sends to other servers: each request on a virtual thread, so many at a time, the others wait for
/// their turn, and what would wait too long is refused. Any thread may call it; nothing here blocks the caller.
public final class ListenerHttpClient implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ListenerHttpClient.class);

    private final GuardedConnector connector;
    private final OutboundLimits limits;
    private final Semaphore turns;
    private final Semaphore ownTurns;
    private final ScheduledExecutorService deadlines;
    private final AtomicInteger waiting = new AtomicInteger();
    private final AtomicLong waitingBytes = new AtomicLong();
    private final Set<Thread> threads = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    private final MemoryBudget memory;

    ListenerHttpClient(
            GuardedConnector connector,
            OutboundLimits limits,
            Semaphore turns,
            ScheduledExecutorService deadlines,
            MemoryBudget memory) {
        this.memory = memory;
        this.connector = connector;
        this.limits = limits;
        this.turns = turns;
        this.ownTurns = new Semaphore(limits.underWayEach(), true);
        this.deadlines = deadlines;
    }

    /// Asks another server.
    ///
    /// @param then gets the result, on some thread
    public void ask(OutboundRequest request, RequestPolicy manner, int delayMillis, Consumer<OutboundResult> then) {
        start(request, delayMillis, then, () -> {
            RequestUrl target = RequestUrl.parse(request.url());
            return new RedirectFollower(connector, manner, target, Optional.empty()).go(request);
        });
    }

    /// Asks the mock itself, at the address where it listens.
    ///
    /// @param request whose URL is a path
    public void askSelf(
            InetSocketAddress own,
            boolean secure,
            OutboundRequest request,
            RequestPolicy manner,
            int delayMillis,
            Consumer<OutboundResult> then) {
        start(request, delayMillis, then, () -> {
            String host = own.getAddress().getHostAddress();
            String literal = host.contains(":") ? "[" + host + "]" : host;
            RequestUrl target =
                    RequestUrl.parse((secure ? "https://" : "http://") + literal + ":" + own.getPort() + request.url());
            return new RedirectFollower(connector, manner, target, Optional.of(own)).go(request);
        });
    }

    /// Gives up everything that is under way.
    @Override
    public void close() {
        closed = true;
        threads.forEach(Thread::interrupt);
    }

    private interface Asking {
        OutboundAnswer ask() throws OutboundFailure, IOException;
    }

    private void start(OutboundRequest request, int delayMillis, Consumer<OutboundResult> then, Asking asking) {
        int bytes = request.body().length;
        if (waiting.incrementAndGet() > limits.waitingEach()) {
            waiting.decrementAndGet();
            then.accept(new OutboundResult.Failed(
                    "this mock waits for " + limits.waitingEach() + " other servers already"));
            return;
        }
        if (!hold(bytes)) {
            waiting.decrementAndGet();
            then.accept(new OutboundResult.Failed("this mock has too much to send to other servers already"));
            return;
        }
        Thread.ofVirtual().name("outbound").start(() -> {
            threads.add(Thread.currentThread());
            OutboundResult result;
            try {
                result = inTurn(delayMillis, asking);
            } finally {
                threads.remove(Thread.currentThread());
                done(bytes);
            }
            try {
                then.accept(result);
            } catch (RuntimeException failure) {
                LOG.error("The answer of another server could not be used", failure);
            }
        });
    }

    private boolean hold(int bytes) {
        if (waitingBytes.addAndGet(bytes) <= limits.waitingBytes() && memory.take(bytes)) {
            return true;
        }
        waitingBytes.addAndGet(-bytes);
        return false;
    }

    private void done(int bytes) {
        waiting.decrementAndGet();
        waitingBytes.addAndGet(-bytes);
        memory.giveBack(bytes);
    }

    private OutboundResult inTurn(int delayMillis, Asking asking) {
        try {
            if (closed) {
                throw new InterruptedException();
            }
            Thread.sleep(delayMillis);
            ScheduledFuture<?> deadline =
                    deadlines.schedule(Thread.currentThread()::interrupt, limits.totalMillis(), TimeUnit.MILLISECONDS);
            try {
                return asked(asking);
            } finally {
                deadline.cancel(false);
                // it may have come just now
                Thread.interrupted();
            }
        } catch (InterruptedException _) {
            return new OutboundResult.Failed(closed ? "the mock was stopped" : "no answer came in time");
        }
    }

    private OutboundResult asked(Asking asking) throws InterruptedException {
        ownTurns.acquire();
        try {
            turns.acquire();
            try {
                return new OutboundResult.Answered(asking.ask());
            } catch (OutboundFailure failure) {
                return new OutboundResult.Failed(inTime(String.valueOf(failure.getMessage())), inTime(failure.told()));
            } catch (IOException failure) {
                return new OutboundResult.Failed(inTime(reason(failure)));
            } finally {
                turns.release();
            }
        } finally {
            ownTurns.release();
        }
    }

    private String inTime(String reason) {
        if (!Thread.currentThread().isInterrupted()) {
            return reason;
        }
        return closed ? "the mock was stopped" : "no answer came in time";
    }

    private static String reason(IOException failure) {
        String message = failure.getMessage();
        return message == null ? failure.getClass().getSimpleName() : message;
    }
}
