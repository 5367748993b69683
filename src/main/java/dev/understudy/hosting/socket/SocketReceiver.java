package dev.understudy.hosting.socket;

import dev.understudy.environment.StreamingMode;
import dev.understudy.mock.exchange.Incident;
import dev.understudy.mock.socket.SocketReply;
import io.undertow.websockets.core.AbstractReceiveListener;
import io.undertow.websockets.core.BufferedBinaryMessage;
import io.undertow.websockets.core.BufferedTextMessage;
import io.undertow.websockets.core.CloseMessage;
import io.undertow.websockets.core.WebSocketChannel;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;

/// Hears what one client says and answers it, one message after the other; in a stream it hears and keeps silent.
/// Belongs to the I/O thread of the connection.
final class SocketReceiver extends AbstractReceiveListener {

    private final SocketClient client;
    private final SocketContext stage;
    private final SocketLimits limits;
    private final ReplyExecutor turn;
    private final Queue<String> waiting = new ArrayDeque<>();
    private boolean thinking;

    SocketReceiver(SocketClient client, SocketContext stage, SocketLimits limits, ReplyExecutor turn) {
        this.client = client;
        this.stage = stage;
        this.limits = limits;
        this.turn = turn;
    }

    @Override
    protected long getMaxTextBufferSize() {
        return limits.messageBytes();
    }

    @Override
    protected long getMaxBinaryBufferSize() {
        return limits.messageBytes();
    }

    @Override
    protected void onFullTextMessage(WebSocketChannel channel, BufferedTextMessage message) {
        client.hear();
        if (client.session().mode() != StreamingMode.CONVERSATION) {
            return;
        }
        waiting.add(message.getData());
        goOn();
    }

    @Override
    protected void onFullBinaryMessage(WebSocketChannel channel, BufferedBinaryMessage message) {
        client.hear();
        message.getData().free();
        stage.incidents()
                .accept(new Incident(
                        "WS_UNSUPPORTED_CONTENT",
                        "Unsupported content received from websocket: binary messages are not answered"));
    }

    @Override
    protected void onFullPongMessage(WebSocketChannel channel, BufferedBinaryMessage message) {
        client.hear();
        message.getData().free();
    }

    @Override
    protected void onError(WebSocketChannel channel, Throwable failure) {
        client.terminate();
    }

    /// Lets the mock think about what is next, and hears no more than it can think about.
    private void goOn() {
        if (thinking) {
            return;
        }
        thinking = true;
        while (!turn.isBusy() && client.hasRoom() && !waiting.isEmpty()) {
            String text = waiting.remove();
            turn.take(() -> client.session().message(text), this::answered);
        }
        thinking = false;
        client.listen(!turn.isBusy() && waiting.isEmpty());
    }

    private void answered(Optional<SocketReply> reply) {
        if (reply.isEmpty()) {
            client.end(CloseMessage.UNEXPECTED_ERROR, "The mock could not answer");
            return;
        }
        reply.get().incidents().forEach(stage.incidents());
        client.answer(reply.get(), this::goOn);
        goOn();
    }
}
