package dev.understudy.js.schema;

/// What JavaScript's flag `u` forbids in regular expressions, which schemas are written under.
final class UnicodeSyntax {

    private static final String ESCAPED = "^$\\.*+?()[]{}|/dDwWsSbBfnrtvcxuk0123456789";

    private UnicodeSyntax() {}

    static boolean isValid(String pattern) {
        boolean inClass = false;
        for (int at = 0; at < pattern.length(); at++) {
            char c = pattern.charAt(at);
            if (c == '\\') {
                at++;
                boolean known = at < pattern.length() && ESCAPED.indexOf(pattern.charAt(at)) >= 0;
                if (!known && !(inClass && at < pattern.length() && pattern.charAt(at) == '-')) {
                    return false;
                }
                if (!inClass && Character.isDigit(pattern.charAt(at)) && pattern.charAt(at) != '0') {
                    return hasGroups(pattern, pattern.charAt(at) - '0') && isValid(pattern.substring(at + 1));
                }
            } else if (inClass) {
                inClass = c != ']';
            } else if (c == '[') {
                inClass = true;
            } else if (c == ']' || c == '}') {
                return false;
            } else if (c == '{') {
                at = endOfBounds(pattern, at);
                if (at < 0) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean hasGroups(String pattern, int count) {
        return pattern.chars().filter(c -> c == '(').count() >= count;
    }

    /// Where `{1,2}` ends; -1 if no such thing begins here.
    private static int endOfBounds(String pattern, int start) {
        int end = pattern.indexOf('}', start);
        if (end < 0) {
            return -1;
        }
        String inside = pattern.substring(start + 1, end);
        boolean bounds = !inside.isEmpty()
                && inside.charAt(0) != ','
                && inside.chars().allMatch(c -> (c >= '0' && c <= '9') || c == ',')
                && inside.indexOf(',') == inside.lastIndexOf(',');
        return bounds ? end : -1;
    }
}
