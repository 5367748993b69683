package dev.understudy.hosting.wire;

import dev.understudy.environment.MemoryBudget;
import dev.understudy.hosting.socket.ConversationLog;
import dev.understudy.traffic.CallbackReport;
import dev.understudy.traffic.Exchange;
import dev.understudy.traffic.Sequel;
import dev.understudy.traffic.Unfolding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// An exchange after whose answer something comes: callbacks, or messages on the WebSocket that it opened. Any thread
/// may call it.
final class OngoingExchange implements Unfolding {

    private final LoggedExchange start;
    private final Optional<ConversationLog> talk;
    private final MemoryBudget memory;
    private final List<CallbackReport> callbacks = new ArrayList<>(1);
    private long heldBytes;
    private boolean dropped;
    private long toldVersion = -1;
    private @Nullable Exchange told;

    private OngoingExchange(LoggedExchange start, Optional<ConversationLog> talk, MemoryBudget memory) {
        this.start = start;
        this.talk = talk;
        this.memory = memory;
    }

    /// With callbacks.
    static OngoingExchange calling(LoggedExchange start, MemoryBudget memory) {
        return new OngoingExchange(start, Optional.empty(), memory);
    }

    /// With a WebSocket.
    static OngoingExchange talking(LoggedExchange start, ConversationLog talk, MemoryBudget memory) {
        return new OngoingExchange(start, Optional.of(talk), memory);
    }

    /// Something came of a callback. Where there is no memory for its bodies, their starts are kept.
    synchronized void called(CallbackReport report) {
        if (dropped || callbacks.size() == Sequel.MAX_CALLBACKS) {
            return;
        }
        long bytes = report.heldBytes();
        boolean room = bytes == 0 || memory.take(bytes);
        heldBytes += room ? bytes : 0;
        callbacks.add(room ? report : report.small());
    }

    @Override
    public synchronized long version() {
        return callbacks.size() + talk.map(ConversationLog::version).orElse(0L);
    }

    @Override
    public synchronized Exchange get() {
        long version = version();
        Exchange known = told;
        if (known == null || version != toldVersion) {
            Exchange first = start.get();
            known = first.with(new Sequel(first.sequel().sentAgainBy(), talk.map(ConversationLog::told), callbacks));
            told = known;
            toldVersion = version;
        }
        return known;
    }

    @Override
    public void dropped() {
        synchronized (this) {
            dropped = true;
            memory.giveBack(heldBytes);
            heldBytes = 0;
            callbacks.clear();
        }
        talk.ifPresent(ConversationLog::drop);
    }
}
