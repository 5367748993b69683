package dev.understudy.hosting;

import dev.understudy.mock.Arrival;
import dev.understudy.mock.MockRequest;
import dev.understudy.mock.MockResponse;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.SameThreadExecutor;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xnio.XnioExecutor;

/// Turns an Undertow exchange into a request, asks for the response and puts it on the wire. All of it happens on
/// the connection's I/O thread and nothing blocks; a delay is a timer.
final class UndertowAdapter implements HttpHandler {

    private static final Logger LOG = LoggerFactory.getLogger(UndertowAdapter.class);
    private static final byte[] NOTHING = {};

    private final Function<MockRequest, MockResponse> mock;
    private final WireLimits limits;
    private final HeadTail tails;
    private final Pending pending;

    UndertowAdapter(Function<MockRequest, MockResponse> mock, WireLimits limits, HeadTail tails, Pending pending) {
        this.mock = mock;
        this.limits = limits;
        this.tails = tails;
        this.pending = pending;
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) {
        Refusal refusal = RequestTarget.refusal(exchange, limits.headBytes());
        if (refusal != null) {
            refuse(exchange, refusal);
        } else if (exchange.isRequestComplete()) {
            answer(exchange, NOTHING);
        } else {
            pending.track(exchange);
            BodyReader.read(exchange, limits, body -> answer(exchange, body), reason -> refuse(exchange, reason));
        }
    }

    private void answer(HttpServerExchange exchange, byte[] body) {
        MockResponse response;
        try {
            response = mock.apply(request(exchange, body));
        } catch (RuntimeException failure) {
            LOG.error("A mock failed to answer {} {}", exchange.getRequestMethod(), exchange.getRequestURI(), failure);
            refuse(exchange, Refusal.FAILED);
            return;
        }
        int delayMillis = Math.min(response.delayMillis(), limits.delayMillis());
        if (delayMillis == 0) {
            send(exchange, response);
            return;
        }
        pending.track(exchange);
        exchange.dispatch(SameThreadExecutor.INSTANCE, () -> sendAfter(exchange, response, delayMillis));
    }

    private void sendAfter(HttpServerExchange exchange, MockResponse response, int delayMillis) {
        XnioExecutor.Key timer =
                exchange.getIoThread().executeAfter(() -> send(exchange, response), delayMillis, TimeUnit.MILLISECONDS);
        exchange.addExchangeCompleteListener((_, next) -> {
            timer.remove();
            next.proceed();
        });
    }

    private void send(HttpServerExchange exchange, MockResponse response) {
        if (response.head().isClosing()) {
            exchange.setPersistent(false);
        }
        byte[] tail = tails.of(response.head(), exchange.isPersistent());
        byte[] head = response.head().bytes();
        if (response.head().isChunked() && response.body().length > 0) {
            String size = Integer.toHexString(response.body().length) + "\r\n";
            write(exchange, head, tail, ascii(size), response.body(), ascii("\r\n0\r\n\r\n"));
        } else {
            write(exchange, head, tail, response.body());
        }
    }

    private void refuse(HttpServerExchange exchange, Refusal refusal) {
        exchange.setPersistent(false);
        write(exchange, ascii(refusal.text(tails.date())));
    }

    private void write(HttpServerExchange exchange, byte[]... pieces) {
        ResponseWriter.write(exchange, limits.writeMillis(), pieces);
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

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
