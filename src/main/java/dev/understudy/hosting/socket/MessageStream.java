package dev.understudy.hosting.socket;

import dev.understudy.mock.socket.SocketReply;
import dev.understudy.mock.socket.SocketSession;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.xnio.XnioExecutor;
import org.xnio.XnioIoThread;

/// Messages at an interval for one or more clients, all made for the first of them. Rests while nobody listens. Lives
/// on one I/O thread; clients come and go from any.
final class MessageStream {

    private final SocketSession session;
    private final SocketContext stage;
    private final ReplyExecutor turn;
    private final Set<SocketClient> clients = ConcurrentHashMap.newKeySet();
    private final XnioExecutor.Key timer;

    MessageStream(SocketSession session, SocketContext stage, XnioIoThread thread, ReplyExecutor turn) {
        this.session = session;
        this.stage = stage;
        this.turn = turn;
        int millis = Math.max(SocketLimits.MIN_INTERVAL_MILLIS, session.intervalMillis());
        this.timer = thread.executeAtInterval(this::tick, millis, TimeUnit.MILLISECONDS);
    }

    SocketSession session() {
        return session;
    }

    void add(SocketClient client) {
        clients.add(client);
    }

    void remove(SocketClient client) {
        clients.remove(client);
    }

    void end() {
        timer.remove();
    }

    private void tick() {
        if (!clients.isEmpty() && !turn.isBusy()) {
            turn.take(session::tick, this::send);
        }
    }

    private void send(Optional<SocketReply> thought) {
        thought.ifPresent(reply -> {
            reply.incidents().forEach(stage.incidents());
            clients.forEach(client -> client.execute(() -> client.carryOut(reply, 0)));
        });
    }
}
