package dev.understudy.compat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// One request, as it goes over the wire.
///
/// @param what of the environment it is about, for the report
/// @param target path and query, not encoded any further
/// @param headers beside `Host`, `Connection` and `Content-Length`, in order
record Ask(String what, String method, String target, List<Map.Entry<String, String>> headers, String body) {

    static Ask of(String what, String method, String target) {
        return new Ask(what, method, target, List.of(), "");
    }

    Ask with(String name, String value) {
        List<Map.Entry<String, String>> more = new ArrayList<>(headers);
        more.add(Map.entry(name, value));
        return new Ask(what, method, target, List.copyOf(more), body);
    }

    Ask sending(String type, String text) {
        Ask typed = type.isEmpty() ? this : with("Content-Type", type);
        return new Ask(what, method, target, typed.headers, text);
    }

    Ask about(String more) {
        return new Ask(what + ", " + more, method, target, headers, body);
    }

    /// The bytes for a server on a port, whose connection is used once.
    byte[] bytes(int port) {
        StringBuilder text = new StringBuilder();
        text.append(method).append(' ').append(target).append(" HTTP/1.1\r\n");
        text.append("Host: localhost:").append(port).append("\r\nConnection: close\r\n");
        headers.forEach(header -> text.append(header.getKey())
                .append(": ")
                .append(header.getValue())
                .append("\r\n"));
        byte[] sent = body.getBytes(StandardCharsets.UTF_8);
        if (sent.length > 0) {
            text.append("Content-Length: ").append(sent.length).append("\r\n");
        }
        byte[] head = text.append("\r\n").toString().getBytes(StandardCharsets.UTF_8);
        byte[] all = new byte[head.length + sent.length];
        System.arraycopy(head, 0, all, 0, head.length);
        System.arraycopy(sent, 0, all, head.length, sent.length);
        return all;
    }

    @Override
    public String toString() {
        String shown = body.length() > 60 ? body.substring(0, 60) + "…" : body;
        return "%s %s %s %s [%s]"
                .formatted(method, target, headers, shown, what)
                .replace("\n", "⏎");
    }
}
