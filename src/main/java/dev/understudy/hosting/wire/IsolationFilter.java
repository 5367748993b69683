package dev.understudy.hosting.wire;

import dev.understudy.hosting.intake.HeaderLines;
import dev.understudy.hosting.intake.RequestHead;
import dev.understudy.hosting.runtime.MockHost;
import dev.understudy.mock.wire.RequestHeaders;
import dev.understudy.mock.wire.WireHeader;
import dev.understudy.wall.OwnCookies;
import java.util.ArrayList;
import java.util.List;

/// The first that sees a request: takes out of it what is the application's, before anything of the mock can see it,
/// and turns away what would let a mock act on more than itself.
final class IsolationFilter {

    private static final String COOKIE = "Cookie";

    private IsolationFilter() {}

    /// What becomes of a request.
    sealed interface Passage {

        /// It goes on.
        ///
        /// @param head without what is the application's
        record LetIn(RequestHead head) implements Passage {}

        record Refused(EarlyRefusal refusal) implements Passage {}
    }

    static Passage cross(RequestHead head, MockHost host) {
        RequestHeaders headers = head.headers();
        RequestHeaders left = headers.first(COOKIE) == null ? headers : withoutOwnCookies(headers);
        if (host.isApart() && host.isWrong(asked(headers), left != headers)) {
            return new Passage.Refused(EarlyRefusal.WRONG_HOST);
        }
        if ("script".equalsIgnoreCase(headers.first("Service-Worker"))) {
            return new Passage.Refused(EarlyRefusal.SERVICE_WORKER);
        }
        return new Passage.LetIn(left == headers ? head : head.with(left));
    }

    private static String asked(RequestHeaders headers) {
        String host = headers.first("Host");
        return host == null ? "" : host.strip();
    }

    /// The same if there were none.
    private static RequestHeaders withoutOwnCookies(RequestHeaders headers) {
        boolean taken = false;
        List<WireHeader> all = new ArrayList<>();
        for (WireHeader header : headers.all()) {
            String left =
                    header.name().equalsIgnoreCase(COOKIE) ? OwnCookies.takenOutOf(header.value()) : header.value();
            taken |= !header.value().equals(left);
            if (left != null) {
                all.add(left.equals(header.value()) ? header : new WireHeader(header.name(), left));
            }
        }
        return taken ? new HeaderLines(List.copyOf(all)) : headers;
    }
}
