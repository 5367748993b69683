package dev.understudy.compat;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// A talk over a WebSocket. A line says what the client does, with ` ~ ` between: a message, or in parentheses
/// `wait` (for one frame more), `binary`, `ping`, `close` (with a code and a reason), `halves` (a message in two
/// frames) or `both` (whether the other client hears the same). After each the client waits for a frame.
final class Talk implements AutoCloseable {

    private static final int TIMEOUT_MILLIS = 4_000;
    private static final int FRAME_MILLIS = 700;
    private static final int MOST_SKIPPED = 20;
    private static final int TEXT = 1;
    private static final int BINARY = 2;
    private static final int CLOSE = 8;
    private static final int PING = 9;
    private static final byte[] MASK = {1, 2, 3, 4};

    private final Socket socket;
    private final DataInputStream in;
    private final Told handshake;

    private Talk(Door door, Ask ask) throws IOException {
        socket = door.open(TIMEOUT_MILLIS);
        in = new DataInputStream(socket.getInputStream());
        Ask shake = new Ask(ask.what(), "GET", ask.target(), ask.headers(), "")
                .with("Upgrade", "websocket")
                .with("Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ==")
                .with("Sec-WebSocket-Version", "13");
        String text = new String(shake.bytes(door.port()), StandardCharsets.UTF_8)
                .replace("Connection: close", "Connection: Upgrade");
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        handshake = Told.parse(head(), false, door.port());
        socket.setSoTimeout(FRAME_MILLIS);
    }

    /// What the first client hears.
    static Told hold(Door door, Ask ask, int clients) throws IOException {
        try (Talk talk = new Talk(door, ask);
                Talk other = clients > 1 ? new Talk(door, ask) : talk) {
            List<String> heard = new ArrayList<>();
            for (String said : ask.body().isEmpty() ? new String[0] : ask.body().split(" ~ ", -1)) {
                heard.add(
                        said.equals("(both)")
                                ? talk.same(other)
                                : talk.say(said).hear());
            }
            return new Told(
                    talk.handshake.status(),
                    talk.handshake.headers(),
                    talk.handshake.status() == 101
                            ? String.join("\n", heard).replace(":" + door.port(), ":PORT")
                            : talk.handshake.body() + talk.rest());
        } catch (SocketTimeoutException _) {
            return new Told(0, List.of(), "(no handshake)");
        }
    }

    private byte[] head() throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                break;
            }
            head.append((char) next);
        }
        return head.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    private String rest() {
        try {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException _) {
            return "";
        }
    }

    private Talk say(String said) throws IOException {
        switch (said.split(" ", 2)[0].split("\\)", 2)[0] + ")") {
            case "(wait)" -> {}
            case "(binary)" -> send(0x80 | BINARY, after(said).getBytes(StandardCharsets.UTF_8));
            case "(ping)" -> send(0x80 | PING, after(said).getBytes(StandardCharsets.UTF_8));
            case "(close)" -> send(0x80 | CLOSE, closing(after(said)));
            case "(halves)" -> {
                byte[] all = after(said).getBytes(StandardCharsets.UTF_8);
                send(TEXT, java.util.Arrays.copyOf(all, all.length / 2));
                send(0x80, java.util.Arrays.copyOfRange(all, all.length / 2, all.length));
            }
            default -> send(0x80 | TEXT, said.getBytes(StandardCharsets.UTF_8));
        }
        return this;
    }

    private static String after(String said) {
        return said.substring(said.indexOf(')') + 1);
    }

    private static byte[] closing(String text) {
        if (text.isEmpty()) {
            return new byte[0];
        }
        String[] parts = text.split(" ", 2);
        int code = Integer.parseInt(parts[0]);
        byte[] reason = (parts.length > 1 ? parts[1] : "").getBytes(StandardCharsets.UTF_8);
        byte[] all = new byte[2 + reason.length];
        all[0] = (byte) (code >> 8);
        all[1] = (byte) code;
        System.arraycopy(reason, 0, all, 2, reason.length);
        return all;
    }

    private void send(int head, byte[] payload) throws IOException {
        byte[] frame = new byte[payload.length < 126 ? 6 + payload.length : 8 + payload.length];
        frame[0] = (byte) head;
        int at = 2;
        if (payload.length < 126) {
            frame[1] = (byte) (0x80 | payload.length);
        } else {
            frame[1] = (byte) (0x80 | 126);
            frame[at++] = (byte) (payload.length >> 8);
            frame[at++] = (byte) payload.length;
        }
        System.arraycopy(MASK, 0, frame, at, MASK.length);
        at += MASK.length;
        for (int i = 0; i < payload.length; i++) {
            frame[at + i] = (byte) (payload[i] ^ MASK[i % MASK.length]);
        }
        socket.getOutputStream().write(frame);
    }

    /// The next frame in words.
    private String hear() {
        try {
            int first = in.read();
            if (first < 0) {
                return "(end)";
            }
            int length = in.readUnsignedByte();
            int size = length == 126 ? in.readUnsignedShort() : length == 127 ? (int) in.readLong() : length;
            byte[] payload = in.readNBytes(size);
            return switch (first) {
                case 0x80 | TEXT -> new String(payload, StandardCharsets.UTF_8);
                case 0x80 | CLOSE -> "(close %s)".formatted(closed(payload));
                default -> "(frame %x of %s)".formatted(first, new String(payload, StandardCharsets.UTF_8));
            };
        } catch (SocketTimeoutException _) {
            return "(silence)";
        } catch (IOException _) {
            return "(cut off)";
        }
    }

    private static String closed(byte[] payload) {
        return payload.length < 2
                ? "without a code"
                : (((payload[0] & 0xFF) << 8) | (payload[1] & 0xFF))
                        + " "
                        + new String(payload, 2, payload.length - 2, StandardCharsets.UTF_8);
    }

    private String same(Talk other) {
        String theirs = other.hear();
        for (int skipped = 0; skipped < MOST_SKIPPED; skipped++) {
            String mine = hear();
            if (mine.equals(theirs)) {
                return "(the same for both)";
            }
        }
        return "(not what the other hears)";
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
