package dev.understudy.mock.request;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// The headers of a part of a multipart body.
final class PartHeaders {

    private PartHeaders() {}

    /// By names in lower case; the last of a name counts.
    static Map<String, String> parse(String lines) {
        Map<String, String> headers = new HashMap<>();
        for (String line : lines.split("\r\n", -1)) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                headers.put(
                        line.substring(0, colon).strip().toLowerCase(Locale.ROOT),
                        line.substring(colon + 1).strip());
            }
        }
        return headers;
    }
}
