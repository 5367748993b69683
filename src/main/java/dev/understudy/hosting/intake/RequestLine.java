package dev.understudy.hosting.intake;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The first line of a request.
///
/// @param version the digit behind `HTTP/1.`, or 0 for `HTTP/0.9`
record RequestLine(String method, String target, int version) {

    private static final String LATEST = " HTTP/1.1";
    private static final Pattern ABSOLUTE = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*://[^/?#].*");

    /// Null if this is none.
    static @Nullable RequestLine parse(String line) {
        int space = line.indexOf(' ');
        int end = line.length() - LATEST.length();
        if (space <= 0 || end <= space) {
            return null;
        }
        int version = version(line, end);
        String method = line.substring(0, space);
        String target = line.substring(space + 1, end);
        return version >= 0 && KnownMethods.contains(method) && isTarget(target, method)
                ? new RequestLine(method, target, version)
                : null;
    }

    private static int version(String line, int at) {
        if (line.startsWith(LATEST, at)) {
            return 1;
        }
        return line.startsWith(" HTTP/1.0", at) || line.startsWith(" HTTP/0.9", at) ? 0 : -1;
    }

    private static boolean isTarget(String target, String method) {
        for (int at = 0; at < target.length(); at++) {
            if (target.charAt(at) <= ' ' || target.charAt(at) > '~') {
                return false;
            }
        }
        return target.startsWith("/")
                || (target.equals("*") && method.equals("OPTIONS"))
                || ABSOLUTE.matcher(target).matches();
    }
}
