package dev.understudy.wall;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The cookies of the application. Browsers send cookies to every port of a host, and let every port set them; so the
/// names tell whose they are, and mocks neither get these nor set them. Names count in whatever case here: what only
/// looks like one of them is of no use to anybody either.
public final class OwnCookies {

    /// What the names of all of them begin with.
    public static final String PREFIX = "understudy-";

    /// Before the name over HTTPS: browsers take such a cookie from nobody but the host itself, over HTTPS.
    public static final String HOST_PREFIX = "__Host-";

    /// Which session a browser is in.
    public static final String SESSION = PREFIX + "session";

    /// The pass of a browser that stays signed in.
    public static final String STAY = PREFIX + "stay";

    /// That somebody signed in with this browser before.
    public static final String KNOWN = PREFIX + "known";

    /// Light or dark.
    public static final String SCHEME = PREFIX + "scheme";

    /// All that there are.
    public static final List<String> NAMES = List.of(SESSION, STAY, KNOWN, SCHEME);

    /// What browsers treat as special before a name.
    private static final List<String> GUARDS = List.of("__Host-Http-", HOST_PREFIX, "__Secure-", "__Http-");

    private OwnCookies() {}

    /// Whether a cookie of this name is the application's.
    ///
    /// @param name or what begins with it; a browser sends a cookie without a name as its value alone
    public static boolean include(String name) {
        return isOwn(name, 0, name.length());
    }

    /// A `Cookie` header without the application's, everything else as it was: the same string if there is nothing to
    /// take out, null if nothing is left.
    public static @Nullable String takenOutOf(String header) {
        if (!mentions(header)) {
            return header;
        }
        StringBuilder kept = new StringBuilder(header.length());
        boolean taken = false;
        int start = 0;
        while (start <= header.length()) {
            int end = header.indexOf(';', start);
            int stop = end < 0 ? header.length() : end;
            if (isOwn(header, start, stop)) {
                taken = true;
            } else if (kept.isEmpty()) {
                kept.append(header, taken ? behindSpaces(header, start, stop) : start, stop);
            } else {
                kept.append(';').append(header, start, stop);
            }
            start = stop + 1;
        }
        return taken ? (kept.isEmpty() ? null : kept.toString()) : header;
    }

    private static boolean mentions(String header) {
        int dash = header.indexOf('-');
        while (dash >= 0) {
            int start = dash + 1 - PREFIX.length();
            if (start >= 0 && header.regionMatches(true, start, PREFIX, 0, PREFIX.length())) {
                return true;
            }
            dash = header.indexOf('-', dash + 1);
        }
        return false;
    }

    private static boolean isOwn(String text, int start, int stop) {
        int at = name(text, start, stop);
        for (String guard : GUARDS) {
            if (text.regionMatches(true, at, guard, 0, guard.length())) {
                at += guard.length();
                break;
            }
        }
        return at + PREFIX.length() <= stop && text.regionMatches(true, at, PREFIX, 0, PREFIX.length());
    }

    /// Where a name begins, behind spaces and the sign of an empty name.
    private static int name(String text, int start, int stop) {
        int at = behindSpaces(text, start, stop);
        while (at < stop && text.charAt(at) == '=') {
            at = behindSpaces(text, at + 1, stop);
        }
        return at;
    }

    private static int behindSpaces(String text, int start, int stop) {
        int at = start;
        while (at < stop && text.charAt(at) <= ' ') {
            at++;
        }
        return at;
    }
}
