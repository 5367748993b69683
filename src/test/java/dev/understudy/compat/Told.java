package dev.understudy.compat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// What a server answered.
///
/// @param status 0 if it did not answer in time
/// @param headers `name: value` in the order and spelling of the wire, without those that depend on the moment
/// @param body decoded as UTF-8
record Told(int status, List<String> headers, String body) {

    /// Stands before what was asked of somebody else.
    private static final String CALL = "\n-> ";

    /// They tell of the connection and of the clock, not of the mock.
    private static final Set<String> NOT_COMPARED = Set.of("date", "connection", "keep-alive");

    /// The same without a folder's name: ours has none to tell.
    Told without(String folder) {
        boolean named = body.contains(folder);
        List<String> kept = headers.stream()
                .filter(header -> !named || !header.startsWith("Content-Length:"))
                .toList();
        return named ? new Told(status, kept, body.replace(folder, "")) : this;
    }

    /// From the bytes of an answer; what names the port is the same for all.
    static Told parse(byte[] bytes, boolean bodiless, int port) {
        String all = new String(bytes, StandardCharsets.ISO_8859_1);
        int end = all.indexOf("\r\n\r\n");
        if (end < 0) {
            return new Told(0, List.of(), "(closed) " + all);
        }
        String[] lines = all.substring(0, end).split("\r\n", -1);
        int status = Integer.parseInt(lines[0].split(" ", -1)[1]);
        List<String> headers = new ArrayList<>();
        boolean chunked = false;
        for (int at = 1; at < lines.length; at++) {
            String name =
                    lines[at].substring(0, Math.max(0, lines[at].indexOf(':'))).toLowerCase(Locale.ROOT);
            chunked |= name.equals("transfer-encoding")
                    && lines[at].toLowerCase(Locale.ROOT).contains("chunked");
            if (!NOT_COMPARED.contains(name)) {
                headers.add(lines[at].replace(":" + port, ":PORT"));
            }
        }
        String raw = bodiless ? "" : all.substring(end + 4);
        String body = chunked ? unchunked(raw) : raw;
        String decoded = new String(body.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        return new Told(status, List.copyOf(headers), decoded.replace(":" + port, ":PORT"));
    }

    /// With what was asked of somebody else on the way.
    Told and(List<String> calls) {
        return calls.isEmpty() ? this : new Told(status, headers, body + CALL + String.join(CALL, calls));
    }

    /// The same with a word in the place of an address.
    Told naming(String address, String word) {
        return new Told(
                status,
                headers.stream().map(header -> header.replace(address, word)).toList(),
                body.replace(address, word));
    }

    private static String unchunked(String raw) {
        StringBuilder body = new StringBuilder();
        int at = 0;
        while (at < raw.length()) {
            int line = raw.indexOf("\r\n", at);
            if (line < 0) {
                break;
            }
            int size = Integer.parseInt(raw.substring(at, line).strip(), 16);
            if (size == 0) {
                break;
            }
            body.append(raw, line + 2, Math.min(raw.length(), line + 2 + size));
            at = line + 2 + size + 2;
        }
        return body.toString();
    }

    @Override
    public String toString() {
        String shown = body.length() > 900 ? body.substring(0, 900) + "…" : body;
        return "%d %s %s".formatted(status, headers, shown.replace("\n", "⏎"));
    }
}
