package dev.understudy.api;

/// A text in which each star stands for any other text, or none. What a match costs is bounded by the product of both
/// lengths, whatever the pattern. Immutable.
record Glob(String pattern) {

    boolean matches(String text) {
        int at = 0;
        int next = 0;
        int star = -1;
        int begun = 0;
        while (at < text.length()) {
            if (next < pattern.length() && pattern.charAt(next) == '*') {
                star = next++;
                begun = at;
            } else if (next < pattern.length() && pattern.charAt(next) == text.charAt(at)) {
                next++;
                at++;
            } else if (star >= 0) {
                // The last star takes one more; those before it need not be looked at again.
                next = star + 1;
                at = ++begun;
            } else {
                return false;
            }
        }
        while (next < pattern.length() && pattern.charAt(next) == '*') {
            next++;
        }
        return next == pattern.length();
    }
}
