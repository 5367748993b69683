package dev.understudy.hosting.outbound;

import dev.understudy.mock.wire.WireHeader;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// A request and all the redirects that its answer leads through. Each stop passes the guard anew. Redirects change a
/// request as browsers change it, and credentials stay at the place they were meant for.
final class RedirectFollower {

    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
    private static final Set<String> CREDENTIALS = Set.of("authorization", "proxy-authorization", "cookie", "host");
    private static final String OF_BODIES = "content-";

    private final GuardedConnector connector;
    private final RequestPolicy manner;
    private final RequestUrl home;
    private final Optional<InetSocketAddress> own;

    /// Plans a journey.
    ///
    /// @param home where it begins
    /// @param own where home is, if it is this very mock; nobody asks whether that is allowed
    RedirectFollower(
            GuardedConnector connector, RequestPolicy manner, RequestUrl home, Optional<InetSocketAddress> own) {
        this.connector = connector;
        this.manner = manner;
        this.home = home;
        this.own = own;
    }

    /// The last answer.
    OutboundAnswer go(OutboundRequest first) throws OutboundFailure, IOException {
        RequestUrl target = home;
        OutboundRequest request = first;
        for (int followed = 0; ; followed++) {
            OutboundAnswer answer = ask(target, request);
            Optional<String> location = location(answer);
            if (manner.redirects() == 0 || location.isEmpty()) {
                return answer;
            }
            if (followed == manner.redirects()) {
                throw new OutboundFailure("redirect count exceeded");
            }
            RequestUrl next = target.resolve(location.get());
            request = redirected(request, answer.status(), target.isSameOrigin(next));
            target = next;
        }
    }

    private OutboundAnswer ask(RequestUrl target, OutboundRequest request) throws OutboundFailure, IOException {
        boolean atHome = own.isPresent() && target.isSameOrigin(home);
        Socket socket =
                atHome ? connector.connect(own.get(), target, false) : connector.open(target, manner.verified());
        try (socket) {
            return HttpConnection.hold(socket, target, request, manner.maxAnswerBytes());
        }
    }

    private static Optional<String> location(OutboundAnswer answer) {
        return answer.headers().stream()
                .filter(header ->
                        REDIRECTS.contains(answer.status()) && header.name().equalsIgnoreCase("location"))
                .map(WireHeader::value)
                .findFirst();
    }

    private static OutboundRequest redirected(OutboundRequest request, int status, boolean sameOrigin) {
        boolean asGet = status == 303
                ? !request.method().equals("HEAD")
                : status <= 302 && request.method().equals("POST");
        List<WireHeader> kept = request.headers().stream()
                .filter(header -> {
                    String name = header.name().toLowerCase(Locale.ROOT);
                    boolean left = !sameOrigin && CREDENTIALS.contains(name);
                    return !left && !(asGet && name.startsWith(OF_BODIES));
                })
                .toList();
        return new OutboundRequest(
                asGet ? "GET" : request.method(), request.url(), kept, asGet ? new byte[0] : request.body());
    }
}
