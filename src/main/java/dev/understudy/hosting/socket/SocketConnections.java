package dev.understudy.hosting.socket;

import dev.understudy.environment.NodeId;
import dev.understudy.mock.exchange.ReplyCost;
import dev.understudy.mock.socket.SocketSession;
import io.undertow.websockets.core.WebSocketChannel;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/// The WebSocket connections of one listener. Any thread may call it.
public final class SocketConnections implements AutoCloseable {

    private static final String STOPPED = "the mock was stopped";

    private final SocketContext stage;
    private final SocketLimits limits;
    private final Set<SocketClient> clients = ConcurrentHashMap.newKeySet();
    private final Map<Object, MessageStream> broadcasts = new ConcurrentHashMap<>();
    private final Map<NodeId, ReplyCost> costs = new ConcurrentHashMap<>();
    private final AtomicInteger places = new AtomicInteger();
    private volatile boolean closed;

    public SocketConnections(SocketContext stage, SocketLimits limits) {
        this.stage = stage;
        this.limits = limits;
    }

    /// Takes one of the places for connections, if there is one; it is free again after [#leave], or when the
    /// connection that got it has ended.
    boolean enter() {
        if (closed || places.incrementAndGet() > limits.connections()) {
            places.decrementAndGet();
            return false;
        }
        return true;
    }

    void leave() {
        places.decrementAndGet();
    }

    /// Begins to talk with a client that has a place. To be called on the I/O thread of the channel.
    void open(WebSocketChannel channel, SocketSession session, ConversationLog log) {
        SocketClient client = new SocketClient(channel, session, limits, stage.memory(), log);
        ReplyExecutor turn = turn(client);
        clients.add(client);
        Runnable left = switch (session.mode()) {
            case CONVERSATION -> () -> {};
            case UNICAST -> {
                MessageStream stream = new MessageStream(session, stage, client.thread(), turn);
                stream.add(client);
                yield stream::end;
            }
            case BROADCAST -> {
                MessageStream stream = broadcasts.computeIfAbsent(
                        session.key(), _ -> new MessageStream(session, stage, client.thread(), turn));
                stream.add(client);
                yield () -> stream.remove(client);
            }
        };
        channel.addCloseTask(_ -> {
            clients.remove(client);
            client.gone();
            left.run();
            leave();
        });
        channel.getReceiveSetter().set(new SocketReceiver(client, stage, limits, turn));
        channel.resumeReceives();
        client.watch();
        if (closed || !stage.keeps().test(session)) {
            client.terminate(STOPPED);
        }
    }

    /// Ends the connections of routes that are gone or changed, after another version of the mock has come.
    public void sweep() {
        broadcasts.values().removeIf(stream -> {
            boolean ends = !stage.keeps().test(stream.session());
            if (ends) {
                stream.end();
            }
            return ends;
        });
        for (SocketClient client : clients) {
            if (!stage.keeps().test(client.session())) {
                client.terminate("its route was changed or removed");
            }
        }
    }

    /// For what is said on a connection that is about to open.
    public ConversationLog log(ConversationLog.Explaining explaining) {
        return new ConversationLog(stage.memory(), explaining);
    }

    /// How many connections there are.
    public int count() {
        return places.get();
    }

    /// Ends all connections; there will be no others.
    @Override
    public void close() {
        closed = true;
        broadcasts.values().forEach(MessageStream::end);
        broadcasts.clear();
        clients.forEach(client -> client.terminate(STOPPED));
    }

    private ReplyExecutor turn(SocketClient client) {
        ReplyCost cost = costs.computeIfAbsent(client.session().route(), _ -> new ReplyCost());
        return new ReplyExecutor(client.thread(), stage.heavy(), cost);
    }
}
