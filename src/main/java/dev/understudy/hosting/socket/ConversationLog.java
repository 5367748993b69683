package dev.understudy.hosting.socket;

import dev.understudy.environment.MemoryBudget;
import dev.understudy.mock.exchange.Origin;
import dev.understudy.mock.rule.Trail;
import dev.understudy.mock.socket.SocketReply;
import dev.understudy.traffic.Conversation;
import dev.understudy.traffic.Reason;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What is said on one connection: the last messages as they came and went, put into words when somebody reads, and how
/// it ended. Of each message the start is kept, as far as there is memory. Any thread may call it; only the one of the
/// connection writes.
public final class ConversationLog {

    /// Memory is taken so much at a time, so that few messages take any.
    static final int PIECE_BYTES = 16 * 1024;

    /// Tells later why the mock sent something, or nothing.
    public interface Explaining {

        Reason of(Optional<Origin> origin, Optional<Trail> trail);
    }

    private final MemoryBudget memory;
    private final Explaining explaining;
    private final Deque<NotedMessage> kept = new ArrayDeque<>();
    private long count;
    private long changes;
    private long heldBytes;
    private long takenBytes;
    private boolean dropped;
    private Runnable over = () -> {};
    private Conversation.@Nullable Ending goodbye;
    private Conversation.@Nullable Ending ending;

    public ConversationLog(MemoryBudget memory, Explaining explaining) {
        this.memory = memory;
        this.explaining = explaining;
    }

    /// The client sent a text.
    ///
    /// @return its number
    synchronized long heard(String text) {
        return note(NotedMessage.of(count + 1, true, text, 0, Optional.empty()));
    }

    /// The client sent bytes.
    ///
    /// @param start of them, not to be written to any more
    synchronized void heard(byte[] start, int length) {
        note(NotedMessage.of(count + 1, start, length));
    }

    /// The mock sends the text of a reply.
    ///
    /// @param answers the number of the message that it answers; 0 if it answers none
    synchronized void said(String text, SocketReply reply, long answers) {
        note(explained(
                NotedMessage.of(count + 1, false, text, answers, reply.origin().map(Origin::response)), reply));
    }

    /// The mock has nothing to say to a message.
    synchronized void silent(SocketReply reply, long number) {
        if (!dropped && reply.trail().isPresent()) {
            kept.stream().filter(message -> message.number() == number).forEach(message -> {
                heldBytes -= message.heldBytes();
                explained(message, reply);
                heldBytes += message.heldBytes();
                makeRoom(message);
                changes++;
            });
        }
    }

    private NotedMessage explained(NotedMessage message, SocketReply reply) {
        return dropped || (reply.origin().isEmpty() && reply.trail().isEmpty())
                ? message
                : message.because(
                        explaining.of(reply.origin(), reply.trail()),
                        reply.trail().map(Trail::heldBytes).orElse(0L));
    }

    private long note(NotedMessage message) {
        count++;
        changes++;
        if (dropped) {
            return count;
        }
        if (kept.size() == Conversation.KEPT) {
            heldBytes -= kept.removeFirst().heldBytes();
        }
        kept.addLast(message);
        heldBytes += message.heldBytes();
        makeRoom(message);
        return count;
    }

    /// Takes what the messages need; the last one is kept without words where there is no memory.
    private void makeRoom(NotedMessage last) {
        while (heldBytes > takenBytes) {
            if (!memory.take(PIECE_BYTES)) {
                heldBytes -= last.heldBytes();
                last.forget();
                return;
            }
            takenBytes += PIECE_BYTES;
        }
    }

    /// Somebody wants to end it; the first who does is told later.
    ///
    /// @param reason in words; empty if none was given
    synchronized void leaves(Conversation.By by, int code, String reason) {
        if (goodbye == null) {
            goodbye = new Conversation.Ending(Instant.now(), code, reason, by);
        }
    }

    /// Somebody cuts it off.
    void cut(Conversation.By by, String reason) {
        leaves(by, Conversation.NO_GOODBYE, reason);
    }

    /// The connection has gone.
    void ended() {
        Runnable told;
        synchronized (this) {
            if (ending != null) {
                return;
            }
            cut(Conversation.By.NOBODY, "");
            ending = goodbye;
            changes++;
            told = dropped ? () -> {} : over;
        }
        told.run();
    }

    /// Tells when the connection has gone, which may be at once.
    public void whenEnded(Runnable listener) {
        synchronized (this) {
            if (ending == null) {
                over = listener;
                return;
            }
        }
        listener.run();
    }

    /// How much it holds.
    public synchronized long heldBytes() {
        return heldBytes;
    }

    /// Another one whenever there is more of it.
    public synchronized long version() {
        return changes;
    }

    /// As it is now.
    public synchronized Conversation told() {
        return new Conversation(count, kept.stream().map(NotedMessage::told).toList(), Optional.ofNullable(ending));
    }

    /// Lets go of all of it, and keeps nothing any more.
    public synchronized void drop() {
        dropped = true;
        kept.clear();
        heldBytes = 0;
        memory.giveBack(takenBytes);
        takenBytes = 0;
    }
}
