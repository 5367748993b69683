package dev.understudy.hosting.socket;

import dev.understudy.environment.MemoryBudget;
import dev.understudy.mock.socket.SocketReply;
import dev.understudy.mock.socket.SocketSession;
import dev.understudy.traffic.Conversation.By;
import io.undertow.websockets.core.CloseMessage;
import io.undertow.websockets.core.WebSocketCallback;
import io.undertow.websockets.core.WebSocketChannel;
import io.undertow.websockets.core.WebSockets;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.xnio.IoUtils;
import org.xnio.XnioExecutor;
import org.xnio.XnioIoThread;

/// One client of a WebSocket route, as far as it is spoken to. Belongs to the I/O thread of its connection; what
/// others want of it they hand over with [#execute] or [#terminate].
final class SocketClient {

    private static final byte[] NOTHING = {};

    private final WebSocketChannel channel;
    private final SocketSession session;
    private final SocketLimits limits;
    private final XnioIoThread thread;
    private final MemoryBudget memory;
    private final ConversationLog log;
    private long waitingBytes;
    private int delayed;
    private boolean heard = true;
    private boolean closed;
    private boolean gone;
    private XnioExecutor.@Nullable Key pings;

    SocketClient(
            WebSocketChannel channel,
            SocketSession session,
            SocketLimits limits,
            MemoryBudget memory,
            ConversationLog log) {
        this.log = log;
        this.memory = memory;
        this.channel = channel;
        this.session = session;
        this.limits = limits;
        this.thread = channel.getIoThread();
    }

    SocketSession session() {
        return session;
    }

    XnioIoThread thread() {
        return thread;
    }

    void execute(Runnable task) {
        thread.execute(task);
    }

    /// Begins to ask for signs of life.
    void watch() {
        pings = thread.executeAtInterval(this::ping, limits.pingMillis(), TimeUnit.MILLISECONDS);
    }

    /// Hears what the client says, or lets it wait.
    void listen(boolean listens) {
        if (listens) {
            channel.resumeReceives();
        } else {
            channel.suspendReceives();
        }
    }

    /// Takes note of a sign of life.
    void hear() {
        heard = true;
    }

    /// Whether one more answer may wait for its delay.
    boolean hasRoom() {
        return delayed < limits.waitingMessages();
    }

    /// What is said on it.
    ConversationLog log() {
        return log;
    }

    /// Sends an answer after its delay.
    ///
    /// @param number of the message that it answers
    /// @param after is run then
    void answer(SocketReply reply, long number, Runnable after) {
        if (reply.delayMillis() == 0) {
            carryOut(reply, number);
            return;
        }
        int bytes = reply.text().map(String::length).orElse(0);
        if (!hasRoomFor(bytes)) {
            return;
        }
        delayed++;
        thread.executeAfter(
                () -> {
                    delayed--;
                    release(bytes);
                    carryOut(reply, number);
                    after.run();
                },
                reply.delayMillis(),
                TimeUnit.MILLISECONDS);
    }

    /// Sends what is to be sent now, and ends the connection if that is to be.
    ///
    /// @param number of the message that it answers; 0 if it answers none
    void carryOut(SocketReply reply, long number) {
        String text = reply.text().orElse("");
        if (text.isEmpty()) {
            log.silent(reply, number);
        } else {
            send(text, reply, number);
        }
        if (reply.closes() && !closed) {
            closed = true;
            log.leaves(By.MOCK, CloseMessage.NORMAL_CLOSURE, "");
            try {
                channel.sendClose();
            } catch (IOException _) {
                terminate("");
            }
        }
    }

    /// Says goodbye and closes.
    void end(int code, String reason) {
        if (!closed) {
            closed = true;
            log.leaves(By.MOCK, code, reason);
            WebSockets.sendClose(code, reason, channel, null);
        }
    }

    /// Closes the connection without a word. Any thread may call it.
    ///
    /// @param reason for the log
    void terminate(String reason) {
        log.cut(By.MOCK, reason);
        IoUtils.safeClose(channel);
    }

    /// Forgets what was to be done; the connection has gone.
    void gone() {
        closed = true;
        log.ended();
        if (pings != null) {
            pings.remove();
        }
        if (!gone) {
            gone = true;
            memory.giveBack(waitingBytes);
        }
    }

    private void send(String text, SocketReply reply, long number) {
        if (closed) {
            return;
        }
        int bytes = text.length();
        if (!hasRoomFor(bytes)) {
            return;
        }
        log.said(text, reply, number);
        WebSockets.sendText(text, channel, new WebSocketCallback<Void>() {
            @Override
            public void complete(WebSocketChannel sender, Void nothing) {
                release(bytes);
            }

            @Override
            public void onError(WebSocketChannel sender, Void nothing, Throwable failure) {
                log.cut(By.NOBODY, "");
                terminate("");
            }
        });
    }

    /// Counts what is to be sent later, or ends the connection if that would be too much.
    private boolean hasRoomFor(int bytes) {
        if (gone || waitingBytes + bytes > limits.waitingBytes() || !memory.take(bytes)) {
            terminate("it did not take what was sent to it");
            return false;
        }
        waitingBytes += bytes;
        return true;
    }

    private void release(int bytes) {
        if (!gone) {
            waitingBytes -= bytes;
            memory.giveBack(bytes);
        }
    }

    private void ping() {
        if (!heard) {
            terminate("it gave no sign of life");
            return;
        }
        heard = false;
        WebSockets.sendPing(ByteBuffer.wrap(NOTHING), channel, null);
    }
}
