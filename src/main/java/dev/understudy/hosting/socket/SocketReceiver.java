package dev.understudy.hosting.socket;

import dev.understudy.environment.StreamingMode;
import dev.understudy.mock.exchange.Incident;
import dev.understudy.mock.socket.SocketReply;
import dev.understudy.traffic.Conversation;
import dev.understudy.traffic.SocketMessage;
import io.undertow.websockets.core.AbstractReceiveListener;
import io.undertow.websockets.core.BufferedBinaryMessage;
import io.undertow.websockets.core.BufferedTextMessage;
import io.undertow.websockets.core.CloseMessage;
import io.undertow.websockets.core.WebSocketChannel;
import io.undertow.websockets.core.WebSockets;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import org.xnio.Pooled;

/// Hears what one client says and answers it, one message after the other; in a stream it hears and keeps silent.
/// Belongs to the I/O thread of the connection.
final class SocketReceiver extends AbstractReceiveListener {

    private final SocketClient client;
    private final SocketContext stage;
    private final SocketLimits limits;
    private final ReplyExecutor turn;
    private final Queue<Heard> waiting = new ArrayDeque<>();
    private boolean thinking;

    /// A message that waits for its answer.
    private record Heard(String text, long number) {}

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
        String text = message.getData();
        long number = client.log().heard(text);
        if (client.session().mode() != StreamingMode.CONVERSATION) {
            return;
        }
        waiting.add(new Heard(text, number));
        goOn();
    }

    @Override
    protected void onFullBinaryMessage(WebSocketChannel channel, BufferedBinaryMessage message) {
        client.hear();
        note(message.getData());
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
    protected void onCloseMessage(CloseMessage message, WebSocketChannel channel) {
        client.log().leaves(Conversation.By.CLIENT, message.getCode(), String.valueOf(message.getReason()));
    }

    @Override
    protected void onError(WebSocketChannel channel, Throwable failure) {
        client.log().cut(Conversation.By.NOBODY, "");
        client.terminate("");
    }

    @SuppressWarnings("deprecation") // Undertow hands bytes over in no other way
    private void note(Pooled<ByteBuffer[]> data) {
        try {
            ByteBuffer all = WebSockets.mergeBuffers(data.getResource());
            byte[] start = new byte[Math.min(all.remaining(), SocketMessage.MAX_BYTES)];
            int length = all.remaining();
            all.get(start);
            client.log().heard(start, length);
        } finally {
            data.close();
        }
    }

    /// Lets the mock think about what is next, and hears no more than it can think about.
    private void goOn() {
        if (thinking) {
            return;
        }
        thinking = true;
        while (!turn.isBusy() && client.hasRoom() && !waiting.isEmpty()) {
            Heard next = waiting.remove();
            turn.take(() -> client.session().message(next.text()), reply -> answered(reply, next.number()));
        }
        thinking = false;
        client.listen(!turn.isBusy() && waiting.isEmpty());
    }

    private void answered(Optional<SocketReply> reply, long number) {
        if (reply.isEmpty()) {
            client.end(CloseMessage.UNEXPECTED_ERROR, "The mock could not answer");
            return;
        }
        reply.get().incidents().forEach(stage.incidents());
        client.answer(reply.get(), number, this::goOn);
        goOn();
    }
}
