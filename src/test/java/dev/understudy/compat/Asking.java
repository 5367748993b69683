package dev.understudy.compat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/// Asks a server one of the questions there are: a request, bytes as they stand there (`RAW`), a WebSocket (`WS`, and
/// `WS2` with a second client that listens), or who it is (`TLS`).
final class Asking {

    private static final int TIMEOUT_MILLIS = 4_000;

    /// After which nothing more is expected on a connection that stays open.
    private static final int QUIET_MILLIS = 300;

    private static final int MAX_BYTES = 30_000_000;

    private Asking() {}

    static Told ask(Door door, Ask ask) throws IOException {
        return switch (ask.method()) {
            case "RAW" -> raw(door, ask.body());
            case "WS" -> Talk.hold(door, ask, 1);
            case "WS2" -> Talk.hold(door, ask, 2);
            case "TLS" -> new Told(0, List.of(), door.certificates(TIMEOUT_MILLIS));
            default -> ordinary(door, ask);
        };
    }

    private static Told ordinary(Door door, Ask ask) throws IOException {
        try (Socket socket = door.open(TIMEOUT_MILLIS)) {
            socket.getOutputStream().write(ask.bytes(door.port()));
            return Told.parse(read(socket), ask.method().equals("HEAD"), door.port());
        } catch (SocketTimeoutException _) {
            return new Told(0, List.of(), "(no answer)");
        } catch (SocketException _) {
            return new Told(0, List.of(), "(cut off)");
        }
    }

    /// All that comes back, as it is, but for the date.
    private static Told raw(Door door, String text) throws IOException {
        try (Socket socket = door.open(TIMEOUT_MILLIS)) {
            Thread writer = Thread.ofVirtual().start(() -> write(socket, text));
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            byte[] buffer = new byte[16_384];
            try {
                for (int count = socket.getInputStream().read(buffer);
                        count >= 0;
                        count = socket.getInputStream().read(buffer)) {
                    bytes.write(buffer, 0, count);
                    socket.setSoTimeout(QUIET_MILLIS);
                }
            } catch (IOException _) {
                // nothing more, or cut off: what came is what counts
            }
            writer.interrupt();
            String heard = bytes.toString(StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("Date: "))
                    .collect(Collectors.joining("\n"));
            return new Told(0, List.of(), heard.replace(":" + door.port(), ":PORT"));
        }
    }

    private static void write(Socket socket, String text) {
        try {
            for (String part : text.split("⏸", -1)) {
                socket.getOutputStream()
                        .write(part.replace("PORT", Integer.toString(socket.getPort()))
                                .getBytes(StandardCharsets.ISO_8859_1));
                Thread.sleep(text.contains("⏸") ? QUIET_MILLIS / 3 : 0);
            }
        } catch (IOException _) {
            // the server has heard enough
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static byte[] read(Socket socket) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] buffer = new byte[16_384];
        try {
            for (int count = socket.getInputStream().read(buffer);
                    count >= 0 && bytes.size() < MAX_BYTES;
                    count = socket.getInputStream().read(buffer)) {
                bytes.write(buffer, 0, count);
            }
        } catch (SocketTimeoutException timeout) {
            if (bytes.size() == 0) {
                throw timeout;
            }
        }
        return bytes.toByteArray();
    }
}
