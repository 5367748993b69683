package dev.understudy.mock.wire;

import dev.understudy.wall.OwnCookies;
import java.util.List;
import java.util.Optional;

/// Headers by which an answer would act on more than the mock it comes from, since browsers apply them to all ports of
/// a host: to the application and to other mocks. They are not sent.
public final class WholeHost {

    private static final String SET_COOKIE = "set-cookie";
    private static final String CLEAR_SITE_DATA = "clear-site-data";
    private static final String ONLY_TLS = "strict-transport-security";

    private WholeHost() {}

    /// Why a header is not sent, in a sentence for its author; empty if it is.
    public static Optional<String> objection(String name, String value) {
        if (name.equalsIgnoreCase(CLEAR_SITE_DATA)) {
            return Optional.of("It would sign people out of Understudy too, and clear the cookies of every mock on this"
                    + " host, so it is not sent.");
        }
        return name.equalsIgnoreCase(SET_COOKIE) && OwnCookies.include(value)
                ? Optional.of("Cookies whose names begin with \"" + OwnCookies.PREFIX
                        + "\" are Understudy's own, so it is not sent. Choose another name.")
                : Optional.empty();
    }

    /// The others.
    public static List<WireHeader> takenOutOf(List<WireHeader> headers) {
        for (WireHeader header : headers) {
            if (isOne(header)) {
                return headers.stream().filter(other -> !isOne(other)).toList();
            }
        }
        return List.copyOf(headers);
    }

    /// The head of an answer over TLS, where browsers believe a host that says it speaks nothing else.
    public static WireHead overTls(int status, List<WireHeader> headers, WireHead head) {
        for (WireHeader header : headers) {
            if (header.name().equalsIgnoreCase(ONLY_TLS)) {
                return WireHead.of(
                        status,
                        headers.stream()
                                .filter(other -> !other.name().equalsIgnoreCase(ONLY_TLS))
                                .toList());
            }
        }
        return head;
    }

    private static boolean isOne(WireHeader header) {
        int length = header.name().length();
        return (length == SET_COOKIE.length() || length == CLEAR_SITE_DATA.length())
                && objection(header.name(), header.value()).isPresent();
    }
}
