package dev.understudy.api;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Sends requests as bytes, also such as no client library would make.
final class RawHttp {

    private static final int PATIENCE_MILLIS = 20_000;

    /// An answer as it came.
    record Answer(int status, String head, String body) {

        String header(String name) {
            return head.lines()
                    .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                    .map(line -> line.substring(name.length() + 1).strip())
                    .findFirst()
                    .orElse("");
        }

        JsonNode json() {
            return JsonMapper.shared().readTree(body);
        }

        String code() {
            return json().path("code").asString("");
        }
    }

    private final URI base;
    private final String token;
    private final InetAddress from;

    RawHttp(ApiClient client) {
        this(client, InetAddress.getLoopbackAddress());
    }

    /// @param from the address of this machine to call from
    RawHttp(ApiClient client, InetAddress from) {
        this.base = URI.create(client.base());
        this.token = client.token();
        this.from = from;
    }

    /// Sends a request with a target that is not touched, and with further lines of head.
    Answer call(String method, String target, byte[] body, String... headers) throws IOException {
        StringBuilder head = new StringBuilder(method + " " + target + " HTTP/1.1\r\nHost: localhost\r\n");
        if (!token.isEmpty()) {
            head.append("Authorization: Bearer ").append(token).append("\r\n");
        }
        for (String header : headers) {
            head.append(header).append("\r\n");
        }
        if (body.length > 0) {
            head.append("Content-Length: ").append(body.length).append("\r\n");
        }
        return send(head.append("Connection: close\r\n\r\n").toString(), body);
    }

    Answer send(String head, byte[] body) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), base.getPort(), from, 0)) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            OutputStream out = socket.getOutputStream();
            out.write(head.getBytes(StandardCharsets.ISO_8859_1));
            out.write(body);
            out.flush();
            return read(new BufferedInputStream(socket.getInputStream()));
        }
    }

    /// Of an event stream only the head, since its end may never come.
    private static Answer read(InputStream in) throws IOException {
        StringBuilder reading = new StringBuilder();
        while (reading.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("No answer but \"" + reading + "\"");
            }
            reading.append((char) next);
        }
        String head = reading.toString().strip();
        int status = Integer.parseInt(head.substring(9, 12));
        if (head.contains("text/event-stream")) {
            return new Answer(status, head, "");
        }
        byte[] body = in.readAllBytes();
        boolean chunked = head.toLowerCase(Locale.ROOT).contains("transfer-encoding: chunked");
        return new Answer(status, head, chunked ? joined(body) : new String(body, StandardCharsets.UTF_8));
    }

    private static String joined(byte[] bytes) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        int at = 0;
        while (at < bytes.length) {
            int line = at;
            while (bytes[line] != '\r') {
                line++;
            }
            int size = Integer.parseInt(new String(bytes, at, line - at, StandardCharsets.US_ASCII), 16);
            joined.write(bytes, line + 2, size);
            at = line + 2 + size + 2;
        }
        return joined.toString(StandardCharsets.UTF_8);
    }
}
