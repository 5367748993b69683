package dev.understudy.recording;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;

/// A server that is recorded: each address has an answer of its own.
final class RealServer implements AutoCloseable {

    static final int LARGE = 10 * 1024 * 1024;

    /// What it sends, decompressed.
    @SuppressWarnings("ArrayRecordComponent")
    record Content(int status, String type, byte[] bytes) {}

    final Map<String, Integer> asked = new ConcurrentHashMap<>();
    private final AtomicInteger number = new AtomicInteger();
    private final HttpServer server;

    RealServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0), 100);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    Content content(String target) {
        String path = target.replaceAll("[?&]token=.*", "");
        if (path.contains("/large.bin")) {
            byte[] bytes = new byte[LARGE];
            new Random(1).nextBytes(bytes);
            return new Content(200, "application/octet-stream", bytes);
        }
        if (path.contains("/large.txt")) {
            byte[] bytes = new byte[LARGE];
            Arrays.fill(bytes, (byte) 'x');
            return new Content(200, "text/plain", bytes);
        }
        if (path.contains("/missing/")) {
            return new Content(404, "application/json", bytes("{\"error\":\"" + path + "\"}"));
        }
        return new Content(200, "application/json", bytes("{\"path\":\"" + path + "\",\"text\":\"{{now}} é\"}"));
    }

    private void answer(HttpExchange exchange) {
        try (exchange) {
            String path = exchange.getRequestURI().toString();
            asked.merge(path, 1, Integer::sum);
            exchange.getRequestBody().readAllBytes();
            Content content = content(path);
            byte[] bytes = content.bytes();
            if (path.endsWith("/counter")) {
                bytes = bytes("{\"number\":" + number.incrementAndGet() + "}");
            }
            exchange.getResponseHeaders().add("Content-Type", content.type());
            exchange.getResponseHeaders().add("Set-Cookie", "session=hunter22");
            exchange.getResponseHeaders().add("X-Server", "real");
            if (path.contains("zipped")) {
                exchange.getResponseHeaders().add("Content-Encoding", "gzip");
                bytes = gzip(bytes);
            }
            exchange.sendResponseHeaders(content.status(), bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
            zip.write(bytes);
        }
        return out.toByteArray();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
