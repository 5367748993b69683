package dev.understudy.mock.respond;

import java.nio.charset.StandardCharsets;

/// The page for what no route answers. Names the method and the path as they came, made harmless for HTML.
public final class NotFoundPage {

    private static final String BEFORE = """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <title>Error</title>
            </head>
            <body>
            <pre>""";
    private static final String AFTER = "</pre>\n</body>\n</html>\n";

    /// What stands in a path as it is; everything else is percent-encoded.
    private static final String MARKS = "!#$%&'()*+,-./:;=?@[\\]^_|~";

    private NotFoundPage() {}

    public static String of(String method, String rawPath) {
        return BEFORE + escape("Cannot " + method + " " + encode(pathOf(rawPath))) + AFTER;
    }

    /// The path of a request target that may be a whole URL.
    private static String pathOf(String target) {
        int authority = target.indexOf("://");
        if (target.startsWith("/") || authority < 0) {
            return target;
        }
        int path = target.indexOf('/', authority + 3);
        return path < 0 ? "/" : target.substring(path);
    }

    private static String encode(String path) {
        StringBuilder encoded = new StringBuilder(path.length() + 8);
        path.codePoints().forEach(c -> {
            if (c < 0x80 && (Character.isLetterOrDigit(c) || MARKS.indexOf(c) >= 0)) {
                encoded.append((char) c);
            } else {
                for (byte octet : Character.toString(c).getBytes(StandardCharsets.UTF_8)) {
                    encoded.append("%%%02X".formatted(octet));
                }
            }
        });
        return encoded.toString();
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
