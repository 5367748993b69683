package dev.understudy.hosting.wire;

import dev.understudy.hosting.admin.AdminApi;
import dev.understudy.hosting.intake.HeadConduit;
import dev.understudy.hosting.intake.HeaderLines;
import dev.understudy.hosting.intake.RequestHead;
import dev.understudy.hosting.runtime.MockRuntime;
import dev.understudy.hosting.runtime.Resends;
import dev.understudy.hosting.socket.Handshake;
import dev.understudy.mock.exchange.Arrival;
import dev.understudy.mock.exchange.MockRequest;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.AttachmentKey;

/// Turns an Undertow exchange into a request, and lets it find its answer. All of it happens on the connection's I/O
/// thread and nothing blocks.
final class UndertowAdapter implements HttpHandler {

    /// What somebody sends again.
    static final AttachmentKey<Resends.Awaited> AGAIN = AttachmentKey.create(Resends.Awaited.class);

    private static final byte[] NOTHING = {};

    private final MockRuntime mock;
    private final WireLimits limits;
    private final BufferQuota room;
    private final ResponseSender sender;
    private final InFlightExchanges pending;

    UndertowAdapter(
            MockRuntime mock, WireLimits limits, BufferQuota room, ResponseSender sender, InFlightExchanges pending) {
        this.mock = mock;
        this.limits = limits;
        this.room = room;
        this.sender = sender;
        this.pending = pending;
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) {
        RequestHead head = HeadConduit.of(exchange).head();
        if (!head.persistent()) {
            exchange.setPersistent(false);
        }
        if (head.fault() != null) {
            sender.refuse(exchange, EarlyRefusal.of(head.fault()));
            return;
        }
        switch (IsolationFilter.cross(head, mock.host())) {
            case IsolationFilter.Passage.Refused(EarlyRefusal refusal) -> sender.refuse(exchange, refusal);
            case IsolationFilter.Passage.LetIn(RequestHead left) -> letIn(exchange, left);
        }
    }

    private void letIn(HttpServerExchange exchange, RequestHead came) {
        RequestHead head = mock.resends().isEmpty() ? came : claimed(exchange, came);
        if (mock.hasSockets() && Handshake.isAskedFor(head.headers())) {
            SocketEntry.enter(exchange, head, request(exchange, head, NOTHING), mock, sender);
        } else if (!head.hasBody()) {
            answer(exchange, head, NOTHING);
        } else {
            pending.track(exchange);
            BodyReader.read(
                    exchange,
                    head,
                    limits,
                    room,
                    body -> answer(exchange, head, body),
                    reason -> sender.refuse(exchange, reason));
        }
    }

    /// Knows a request that somebody sends again by its word, which nothing behind sees.
    private RequestHead claimed(HttpServerExchange exchange, RequestHead head) {
        String word = head.headers().first(Resends.HEADER);
        Resends.Awaited request = word == null ? null : mock.resends().claim(word);
        if (request == null) {
            return head;
        }
        exchange.putAttachment(AGAIN, request);
        return head.with(new HeaderLines(head.headers().all().stream()
                .filter(header -> !header.name().equalsIgnoreCase(Resends.HEADER))
                .toList()));
    }

    private void answer(HttpServerExchange exchange, RequestHead head, byte[] body) {
        MockRequest request = request(exchange, head, body);
        ExchangeHandler call = new ExchangeHandler(exchange, request, mock, sender, limits, pending);
        if (AdminApi.guards(request.rawPath()) && mock.admin().isPresent()) {
            new AdminCall(exchange, mock, sender).answer(mock.admin().get(), request, call::answer);
        } else {
            call.answer();
        }
    }

    private static MockRequest request(HttpServerExchange exchange, RequestHead head, byte[] body) {
        RequestTarget target = RequestTarget.of(head.target());
        return new MockRequest(head.method(), target.path(), target.query(), head.headers(), body, arrival(exchange));
    }

    private static Arrival arrival(HttpServerExchange exchange) {
        return new Arrival(
                exchange.getSourceAddress().getAddress().getHostAddress(),
                exchange.isSecure(),
                exchange.getDestinationAddress().getPort());
    }
}
