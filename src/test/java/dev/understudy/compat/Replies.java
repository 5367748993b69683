package dev.understudy.compat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/// What [Elsewhere] answers, by a word in the path of the request.
final class Replies {

    private static final String MARK = "X-Elsewhere: Yes\r\n";
    private static final String LAST = "Connection: close\r\n";
    private static final List<String> WORDS = List.of(
            "status",
            "cookies",
            "headers",
            "gzip",
            "chunked",
            "until-the-end",
            "redirect",
            "not-modified",
            "nothing",
            "hang-up");

    private Replies() {}

    /// All bytes of an answer, most of them with what was asked as the body; none to hang up.
    static byte[] to(String path, String asked) throws IOException {
        String word = WORDS.stream()
                .filter(known -> path.contains("/" + known))
                .findFirst()
                .orElse("");
        byte[] text = asked.getBytes(StandardCharsets.UTF_8);
        return switch (word) {
            case "status" -> whole(path.replaceAll(".*/status/(\\d+).*", "$1") + " So", "", text);
            case "cookies" ->
                whole(
                        "200 OK",
                        lines(
                                "Set-Cookie: a=1; Domain=example.org; Path=/; Secure",
                                "set-cookie: b=2; HttpOnly; secure",
                                "Set-Cookie: c=3;domain=.example.org;SameSite=None"),
                        text);
            case "headers" ->
                whole(
                        "200 OK",
                        lines(
                                        "content-TYPE: text/x-odd; charset=latin1",
                                        "X-Twice: 1",
                                        "X-Twice: 2",
                                        "ETag: \"v\"",
                                        "Keep-Alive: timeout=77",
                                        "Server: Odd",
                                        "X-Empty:")
                                + LAST,
                        text);
            case "gzip" ->
                whole("200 OK", lines("Content-Encoding: gzip", "Content-Type: text/plain") + LAST, gzip(text));
            case "chunked" ->
                message(
                        "200 OK",
                        "Transfer-Encoding: chunked\r\n" + LAST,
                        "3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            case "until-the-end" -> message("200 OK", LAST, text);
            case "redirect" -> whole("302 Found", "Location: /base/elsewhere?x=1\r\n", text);
            case "not-modified" -> message("304 Not Modified", LAST, new byte[0]);
            case "nothing" -> message("204 No Content", LAST, new byte[0]);
            case "hang-up" -> new byte[0];
            default -> whole("200 OK", "Content-Type: text/plain; charset=utf-8\r\n" + LAST, text);
        };
    }

    private static String lines(String... headers) {
        return String.join("\r\n", headers) + "\r\n";
    }

    private static byte[] whole(String status, String headers, byte[] body) throws IOException {
        return message(status, headers + "Content-Length: " + body.length + "\r\n", body);
    }

    private static byte[] message(String status, String headers, byte[] body) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        String head = "HTTP/1.1 " + status + "\r\n" + MARK + headers + "\r\n";
        bytes.write(head.getBytes(StandardCharsets.ISO_8859_1));
        bytes.write(body);
        return bytes.toByteArray();
    }

    private static byte[] gzip(byte[] text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream packing = new GZIPOutputStream(bytes)) {
            packing.write(text);
        }
        return bytes.toByteArray();
    }
}
