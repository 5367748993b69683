package dev.understudy.js;

/// Quotes strings for JSON as `JSON.stringify` does: no more is escaped than must be.
final class JsonStrings {

    private static final String HEX = "0123456789abcdef";

    private JsonStrings() {}

    static void quote(String text, StringBuilder out) {
        out.append('"');
        int from = 0;
        for (int at = 0; at < text.length(); at++) {
            if (needsEscape(text, at)) {
                out.append(text, from, at);
                escape(text.charAt(at), out);
                from = at + 1;
            }
        }
        out.append(text, from, text.length()).append('"');
    }

    private static boolean needsEscape(String text, int at) {
        char c = text.charAt(at);
        if (c < ' ' || c == '"' || c == '\\') {
            return true;
        }
        if (!Character.isSurrogate(c)) {
            return false;
        }
        return Character.isHighSurrogate(c)
                ? at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1))
                : at == 0 || !Character.isHighSurrogate(text.charAt(at - 1));
    }

    private static void escape(char c, StringBuilder out) {
        switch (c) {
            case '"', '\\' -> out.append('\\').append(c);
            case '\b' -> out.append("\\b");
            case '\f' -> out.append("\\f");
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            default -> {
                out.append("\\u");
                for (int shift = 12; shift >= 0; shift -= 4) {
                    out.append(HEX.charAt((c >> shift) & 0xF));
                }
            }
        }
    }
}
