package dev.understudy.compat;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/// The server that mocks of the comparison call and forward to: it remembers what it was asked, and answers with that,
/// or as the path says. `ELSEWHERE` in an environment stands for its address.
final class Elsewhere implements AutoCloseable {

    /// What stands for its host and port.
    static final String NAME = "ELSEWHERE";

    private static final int QUIET_MILLIS = 250;
    private static final int PATIENCE_MILLIS = 20_000;

    private final ServerSocket server;
    private final Queue<String> heard = new ConcurrentLinkedQueue<>();
    private volatile long lastNanos = System.nanoTime();

    /// One for the reference and one for ours, so that both can be asked at the same time.
    ///
    /// @param later whether more may come after the answer: callbacks
    record Both(Elsewhere reference, Elsewhere ours, boolean later) implements AutoCloseable {

        /// Waits until both were quiet for a while and have heard as much as the other one, or that takes too long.
        void settle() throws InterruptedException {
            long start = System.nanoTime();
            while ((later && Math.min(reference.quiet(start), ours.quiet(start)) < QUIET_MILLIS)
                    || (reference.heard.size() != ours.heard.size() && since(start) < PATIENCE_MILLIS)) {
                Thread.sleep(10);
            }
        }

        @Override
        public void close() throws IOException {
            reference.close();
            ours.close();
        }
    }

    private long quiet(long start) {
        return since(Math.max(start, lastNanos));
    }

    Elsewhere() throws IOException {
        server = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        Thread.ofPlatform().daemon().start(this::serve);
    }

    String authority() {
        return "127.0.0.1:" + server.getLocalPort();
    }

    /// What it was asked since the last time; sorted, since calls may overtake each other.
    List<String> told() {
        List<String> calls = new ArrayList<>();
        for (String call = heard.poll(); call != null; call = heard.poll()) {
            calls.add(call);
        }
        calls.sort(Comparator.naturalOrder());
        return calls;
    }

    private static long since(long nanos) {
        return (System.nanoTime() - nanos) / 1_000_000;
    }

    private void serve() {
        try {
            while (true) {
                Socket socket = server.accept();
                Thread.ofVirtual().start(() -> answer(socket));
            }
        } catch (IOException _) {
            // closed
        }
    }

    private void answer(Socket socket) {
        try (socket) {
            InputStream in = new BufferedInputStream(socket.getInputStream());
            String head = head(in);
            String body = body(in, head);
            // the same whichever of both was asked, also where it comes back compressed
            String asked = (asked(head) + " | " + plain(body)).replace(authority(), NAME);
            lastNanos = System.nanoTime();
            heard.add(asked);
            String[] start = head.split(" ", 3);
            socket.getOutputStream().write(Replies.to(start[1], start[0].equals("HEAD") ? "" : asked));
        } catch (IOException _) {
            // whoever asked does not want to know
        }
    }

    /// Method, path and headers in the order of their names; those that frame the body are not told.
    private static String asked(String head) {
        List<String> lines = List.of(head.strip().split("\r\n"));
        List<String> headers = lines.subList(1, lines.size()).stream()
                .filter(line -> !line.matches("(?i)(content-length|transfer-encoding|connection):.*"))
                .map(line -> line.replaceAll("boundary=\\S*(undici|formdata)\\S*", "boundary=(boundary)"))
                .sorted(String.CASE_INSENSITIVE_ORDER)
                .toList();
        return lines.getFirst() + " | " + String.join(" | ", headers);
    }

    /// Without the boundaries of a form, which everybody makes up.
    private static String plain(String body) {
        return body.startsWith("--") ? body.replaceAll("(?m)^--\\S+", "--(boundary)") : body;
    }

    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("closed");
            }
            head.append((char) next);
        }
        return head.toString();
    }

    private static String body(InputStream in, String head) throws IOException {
        StringBuilder body = new StringBuilder();
        for (String line : head.split("\r\n", -1)) {
            if (line.matches("(?i)content-length:.*")) {
                int length = Integer.parseInt(line.substring(15).strip());
                return body.append(new String(in.readNBytes(length), StandardCharsets.UTF_8))
                        .toString();
            }
            if (line.matches("(?i)transfer-encoding:\\s*chunked")) {
                return body.append(chunks(in)).toString();
            }
        }
        return "";
    }

    private static String chunks(InputStream in) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        while (true) {
            StringBuilder line = new StringBuilder();
            while (line.indexOf("\r\n") < 0) {
                line.append((char) in.read());
            }
            int size = Integer.parseInt(line.toString().strip(), 16);
            bytes.write(in.readNBytes(size));
            in.readNBytes(2);
            if (size == 0) {
                return bytes.toString(StandardCharsets.UTF_8);
            }
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
