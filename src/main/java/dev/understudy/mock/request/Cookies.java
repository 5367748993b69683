package dev.understudy.mock.request;

import dev.understudy.js.Conversions;
import dev.understudy.js.JsJson;
import dev.understudy.js.JsObject;
import dev.understudy.js.JsValue;
import dev.understudy.js.JsValue.Text;
import dev.understudy.mock.path.Percent;
import java.util.HashSet;
import java.util.Set;

/// Reads `Cookie` headers.
public final class Cookies {

    private static final String JSON = "j:";

    private Cookies() {}

    /// As plain requests have it: the first of a name counts, quotes are taken off, and `j:` introduces JSON.
    public static JsObject ofRequest(String header) {
        JsObject.Builder cookies = JsObject.builder();
        Set<String> seen = new HashSet<>();
        for (String pair : header.split(";", -1)) {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? "" : pair.substring(0, equals).strip();
            if (equals >= 0 && seen.add(name)) {
                cookies.set(name, value(pair.substring(equals + 1).strip()));
            }
        }
        return cookies.build();
    }

    /// As handshakes of WebSockets have it: the last of a name counts, and empty ones are left out.
    public static JsObject ofHandshake(String header) {
        JsObject.Builder cookies = JsObject.builder();
        for (String pair : header.split(";", -1)) {
            int equals = pair.indexOf('=');
            String value = equals < 0 ? "" : pair.substring(equals + 1).strip();
            if (equals > 0 && !value.isEmpty()) {
                cookies.set(pair.substring(0, equals).strip(), new Text(Percent.decodeIfPossible(value)));
            }
        }
        return cookies.build();
    }

    private static JsValue value(String raw) {
        boolean quoted = raw.startsWith("\"") && raw.endsWith("\"");
        String text = Percent.decodeIfPossible(quoted ? raw.substring(1, Math.max(1, raw.length() - 1)) : raw);
        if (text.startsWith(JSON)) {
            return JsJson.parse(text.substring(JSON.length()))
                    .filter(Conversions::isTruthy)
                    .orElse(new Text(text));
        }
        return new Text(text);
    }
}
