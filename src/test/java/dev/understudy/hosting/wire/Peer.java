package dev.understudy.hosting.wire;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// A client of a WebSocket route. What it hears is `text`, `close <code>`, or `error`.
final class Peer implements WebSocket.Listener, AutoCloseable {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private final StringBuilder part = new StringBuilder();
    private final WebSocket socket;

    private Peer(int port, String path, String... headers) throws Exception {
        WebSocket.Builder builder = CLIENT.newWebSocketBuilder();
        for (int at = 0; at < headers.length; at += 2) {
            builder.header(headers[at], headers[at + 1]);
        }
        socket = builder.buildAsync(URI.create("ws://127.0.0.1:" + port + path), this)
                .get(5, TimeUnit.SECONDS);
    }

    static Peer open(int port, String path, String... headers) throws Exception {
        return new Peer(port, path, headers);
    }

    void say(String text) throws Exception {
        socket.sendText(text, true).get(5, TimeUnit.SECONDS);
    }

    void sayBytes(byte[] bytes) throws Exception {
        socket.sendBinary(ByteBuffer.wrap(bytes), true).get(5, TimeUnit.SECONDS);
    }

    /// Says goodbye.
    void leave(int code, String reason) throws Exception {
        socket.sendClose(code, reason).get(5, TimeUnit.SECONDS);
    }

    /// The next thing it hears within five seconds; null if there is nothing.
    @Nullable
    String hear() throws Exception {
        return heard.poll(5, TimeUnit.SECONDS);
    }

    @Nullable
    String hearWithin(int millis) throws Exception {
        return heard.poll(millis, TimeUnit.MILLISECONDS);
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        part.append(data);
        if (last) {
            heard.add(part.toString());
            part.setLength(0);
        }
        from.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        heard.add("close " + code);
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable failure) {
        heard.add("error");
    }

    @Override
    public void close() {
        socket.abort();
    }
}
