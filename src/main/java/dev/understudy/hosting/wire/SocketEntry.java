package dev.understudy.hosting.wire;

import dev.understudy.hosting.intake.RequestHead;
import dev.understudy.hosting.runtime.MockRuntime;
import dev.understudy.hosting.socket.ConversationLog;
import dev.understudy.hosting.socket.Handshake;
import dev.understudy.mock.exchange.MockRequest;
import dev.understudy.mock.exchange.MockResponse;
import dev.understudy.mock.explain.Asked;
import dev.understudy.mock.socket.SocketSession;
import dev.understudy.mock.wire.WireHeader;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderValues;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A request for a WebSocket: opens it or refuses it, and puts either into the log.
final class SocketEntry {

    private static final List<WireHeader> PLAIN = List.of(new WireHeader("Content-Type", "text/html"));

    private SocketEntry() {}

    /// To be called on the exchange's I/O thread.
    static void enter(
            HttpServerExchange exchange,
            RequestHead head,
            MockRequest request,
            MockRuntime mock,
            ResponseSender sender) {
        Optional<SocketSession> session = mock.socket(request);
        ConversationLog talk = mock.sockets().log(LoggedExchange.messages(mock, request));
        Optional<Handshake.Refused> refused = Handshake.perform(exchange, head, session, mock.sockets(), talk);
        if (refused.isPresent()) {
            Handshake.Refused no = refused.get();
            byte[] body = no.body().getBytes(StandardCharsets.US_ASCII);
            MockResponse answer = new MockResponse(no.status(), PLAIN, body, 0);
            LoggedExchange.keep(mock, sender.millis(), 0, request, answer, false, mock.signposts(), "");
            sender.sendLast(exchange, no.text());
        } else {
            session.map(SocketSession::origin)
                    .map(MockResponse.empty(Asked.SWITCHING, headers(exchange), 0)::from)
                    .ifPresent(answer -> LoggedExchange.keep(mock, sender.millis(), request, answer, talk));
        }
    }

    private static List<WireHeader> headers(HttpServerExchange exchange) {
        List<WireHeader> headers = new ArrayList<>();
        for (HeaderValues values : exchange.getResponseHeaders()) {
            values.forEach(
                    value -> headers.add(new WireHeader(values.getHeaderName().toString(), value)));
        }
        return headers;
    }
}
