package dev.understudy.collab;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A client that submits one change after the other over a connection of its own. For one thread.
final class LoadWriter implements AutoCloseable {

    private static final String REVISION = "\"revision\":";

    private final LoadTarget target;
    private final String client;
    private final LoadReplica replica;
    private final byte[] buffer = new byte[64 * 1024];
    private Socket socket;
    private InputStream in;
    private boolean over;
    private long awaited = -1;
    private long base;

    /// @param base the revision of the document that it starts from
    LoadWriter(LoadTarget target, String client, long base) throws IOException {
        this.target = target;
        this.client = client;
        this.base = base;
        this.socket = connect(target);
        this.in = new BufferedInputStream(socket.getInputStream());
        this.replica = new LoadReplica(target, number -> awaited = number == awaited ? -1 : awaited);
        if (target.isWebSocket()) {
            send(target.opening().getBytes(StandardCharsets.US_ASCII));
            while (!replica.isOpen()) {
                receive();
            }
        }
    }

    private static Socket connect(LoadTarget target) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), target.port());
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(30_000);
        return socket;
    }

    /// Sets a text. Returns when that is acknowledged.
    void submit(long number, String node, String text) throws IOException {
        byte[] change =
                "{\"client\":\"%s\",\"seq\":%d,\"base\":%d,\"edits\":[{\"op\":\"set\",\"node\":\"%s\",\"field\":\"body\",\"value\":\"%s\"}]}"
                        .formatted(client, number, base, node, text)
                        .getBytes(StandardCharsets.US_ASCII);
        if (target.isWebSocket()) {
            relay(number, change);
        } else {
            post(change);
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private void relay(long number, byte[] change) throws IOException {
        awaited = number;
        // A text message with a mask of zeros, which changes nothing.
        send(ByteBuffer.allocate(change.length + 8)
                .put((byte) 0x81)
                .put((byte) (0x80 | 126))
                .putShort((short) change.length)
                .putInt(0)
                .put(change)
                .array());
        while (awaited >= 0) {
            receive();
        }
    }

    private void receive() throws IOException {
        int count = socket.getInputStream().read(buffer);
        if (count < 0) {
            throw new IOException("The server ended the connection");
        }
        replica.take(ByteBuffer.wrap(buffer, 0, count));
    }

    private void post(byte[] change) throws IOException {
        byte[] head =
                "POST %s/edits HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer %s\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n"
                        .formatted(target.path(), target.token(), change.length)
                        .getBytes(StandardCharsets.US_ASCII);
        send(ByteBuffer.allocate(head.length + change.length)
                .put(head)
                .put(change)
                .array());
        String answer = answer();
        int at = answer.indexOf(REVISION);
        if (at < 0) {
            throw new IllegalStateException("Answered " + answer);
        }
        base = Long.parseLong(answer, at + REVISION.length(), answer.indexOf(',', at), 10);
        if (over) {
            socket.close();
            socket = connect(target);
            in = new BufferedInputStream(socket.getInputStream());
        }
    }

    private String answer() throws IOException {
        List<String> head = new ArrayList<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            head.add(line.toLowerCase(Locale.ROOT));
        }
        if (!head.getFirst().contains(" 200")) {
            throw new IllegalStateException("Answered " + head);
        }
        over = head.contains("connection: close");
        String body = "";
        for (String line : head) {
            if (line.startsWith("content-length:")) {
                return text(
                        Integer.parseInt(line.substring(line.indexOf(':') + 1).strip()));
            }
        }
        for (int size = Integer.parseInt(line(), 16); size > 0; size = Integer.parseInt(line(), 16)) {
            body += text(size);
            var _ = line();
        }
        var _ = line();
        return body;
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new IOException("The server ended the connection");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    private String text(int bytes) throws IOException {
        return new String(in.readNBytes(bytes), StandardCharsets.UTF_8);
    }

    private void send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
    }
}
