package dev.understudy.hosting;

import dev.understudy.hosting.admin.AdminApi;
import dev.understudy.hosting.socket.Handshake;
import dev.understudy.mock.Arrival;
import dev.understudy.mock.MockRequest;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Turns an Undertow exchange into a request, and lets it find its answer. All of it happens on the connection's I/O
/// thread and nothing blocks.
final class UndertowAdapter implements HttpHandler {

    private static final byte[] NOTHING = {};
    private static final Pattern CLOSE_AMONG_OTHERS =
            Pattern.compile("(?:^|\\W)close(?:$|\\W)", Pattern.CASE_INSENSITIVE);

    private final HostedMock mock;
    private final WireLimits limits;
    private final BodyRoom room;
    private final Sender sender;
    private final Pending pending;

    UndertowAdapter(HostedMock mock, WireLimits limits, BodyRoom room, Sender sender, Pending pending) {
        this.mock = mock;
        this.limits = limits;
        this.room = room;
        this.sender = sender;
        this.pending = pending;
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) {
        if (isLast(exchange.getRequestHeaders().getFirst(Headers.CONNECTION))) {
            exchange.setPersistent(false);
        }
        Refusal refusal = RequestTarget.refusal(exchange, limits.headBytes());
        if (refusal != null) {
            sender.refuse(exchange, refusal);
        } else if (mock.hasSockets() && Handshake.isAskedFor(exchange)) {
            Handshake.perform(exchange, mock.socket(request(exchange, NOTHING)), mock.sockets())
                    .ifPresent(no -> sender.sendLast(exchange, no.text()));
        } else if (exchange.isRequestComplete()) {
            answer(exchange, NOTHING);
        } else {
            pending.track(exchange);
            BodyReader.read(
                    exchange, limits, room, body -> answer(exchange, body), reason -> sender.refuse(exchange, reason));
        }
    }

    /// Whether the client wants the connection closed among other things; that alone Undertow sees itself.
    private static boolean isLast(@Nullable String connection) {
        return connection != null
                && connection.length() > "close".length()
                && CLOSE_AMONG_OTHERS.matcher(connection).find();
    }

    private void answer(HttpServerExchange exchange, byte[] body) {
        MockRequest request = request(exchange, body);
        Call call = new Call(exchange, request, mock, sender, limits, pending);
        if (AdminApi.guards(request.rawPath()) && mock.admin().isPresent()) {
            new AdminCall(exchange, mock, sender).answer(mock.admin().get(), request, call::answer);
        } else {
            call.answer();
        }
    }

    private static MockRequest request(HttpServerExchange exchange, byte[] body) {
        RequestTarget target = RequestTarget.of(exchange);
        return new MockRequest(
                exchange.getRequestMethod().toString(),
                target.path(),
                target.query(),
                new WireRequestHeaders(exchange.getRequestHeaders()),
                body,
                arrival(exchange));
    }

    private static Arrival arrival(HttpServerExchange exchange) {
        return new Arrival(
                exchange.getSourceAddress().getAddress().getHostAddress(),
                exchange.isSecure(),
                exchange.getDestinationAddress().getPort());
    }
}
