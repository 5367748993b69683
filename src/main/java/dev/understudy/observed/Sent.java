package dev.understudy.observed;

import dev.understudy.mock.request.BodyType;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/// What a request was sent with, for asking the same again: without what may be a credential.
///
/// @param query without the question mark
/// @param type the `Content-Type` of the body; empty if there is none, or none was kept
/// @param body a text; empty if none was kept
public record Sent(String query, String type, String body) {

    /// A request without anything.
    public static final Sent NOTHING = new Sent("", "", "");

    private static final int MAX_BYTES = 64 * 1024;

    static Sent of(String query, String type, byte[] body) {
        String safe = Arrays.stream(query.split("&", -1))
                .filter(pair -> !SecretNames.include(name(pair)))
                .collect(Collectors.joining("&"));
        BodyType kind = BodyType.of(type.toLowerCase(Locale.ROOT));
        boolean readable = kind == BodyType.JSON || kind == BodyType.FORM;
        if (!readable || body.length == 0 || body.length > MAX_BYTES) {
            return new Sent(safe, "", "");
        }
        String text = new String(body, StandardCharsets.UTF_8);
        boolean whole = text.indexOf('\0') < 0 && !SecretNames.mayBeIn(text);
        return whole ? new Sent(safe, type, text) : new Sent(safe, "", "");
    }

    private static String name(String pair) {
        int equals = pair.indexOf('=');
        String name = equals < 0 ? pair : pair.substring(0, equals);
        try {
            return URLDecoder.decode(name, StandardCharsets.UTF_8)
                    .replace("[", ".")
                    .replace("]", "");
        } catch (IllegalArgumentException malformed) {
            return name;
        }
    }
}
