package dev.understudy.hosting;

import dev.understudy.hosting.outbound.Manner;
import dev.understudy.hosting.outbound.OutboundRequest;
import dev.understudy.hosting.outbound.OutboundResult;
import dev.understudy.mock.Forward;
import dev.understudy.mock.MockRequest;
import dev.understudy.mock.MockResponse;
import dev.understudy.mock.Outcome;
import dev.understudy.mock.Reply;
import dev.understudy.mock.Work;
import dev.understudy.mock.WorkCost;
import dev.understudy.mock.wire.Header;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.SameThreadExecutor;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xnio.XnioExecutor;

/// One request on its way to its answer. Belongs to the I/O thread of its connection: what others do for it comes
/// back to that thread, and a delay is a timer.
final class Call {

    private static final Logger LOG = LoggerFactory.getLogger(Call.class);

    /// The reference asks every server it forwards to for a connection of its own.
    private static final Header LAST_ONE = new Header("connection", "close");

    private final HttpServerExchange exchange;
    private final MockRequest request;
    private final HostedMock mock;
    private final Sender sender;
    private final WireLimits limits;
    private final Pending pending;

    Call(
            HttpServerExchange exchange,
            MockRequest request,
            HostedMock mock,
            Sender sender,
            WireLimits limits,
            Pending pending) {
        this.exchange = exchange;
        this.request = request;
        this.mock = mock;
        this.sender = sender;
        this.limits = limits;
        this.pending = pending;
    }

    /// Leads to an answer in any case.
    void answer() {
        Outcome outcome;
        try {
            outcome = mock.begin(request);
            if (outcome instanceof Work work && work.cost().isSmall()) {
                outcome = run(work);
            }
        } catch (RuntimeException | StackOverflowError failure) {
            failed(failure);
            return;
        }
        switch (outcome) {
            case Reply reply -> reply(reply);
            case Work work -> later(() -> elsewhere(work));
        }
    }

    private void reply(Reply reply) {
        switch (reply) {
            case MockResponse response -> {
                int delayMillis = delayMillis(response.delayMillis());
                if (delayMillis == 0) {
                    send(response, false);
                } else {
                    later(() -> sendAfter(response, delayMillis));
                }
            }
            case Forward forward -> later(() -> ask(forward));
        }
    }

    private static Reply run(Work work) {
        WorkCost cost = work.cost();
        long start = System.nanoTime();
        try {
            return work.run();
        } finally {
            cost.took(System.nanoTime() - start);
        }
    }

    private void elsewhere(Work work) {
        boolean taken = mock.heavy().submit(() -> {
            if (!exchange.getConnection().isOpen()) {
                onIoThread(() -> sender.refuse(exchange, Refusal.BUSY));
                return;
            }
            try {
                Reply reply = run(work);
                onIoThread(() -> reply(reply));
            } catch (RuntimeException | StackOverflowError failure) {
                onIoThread(() -> failed(failure));
            }
        });
        if (!taken) {
            sender.refuse(exchange, Refusal.BUSY);
        }
    }

    private void ask(Forward forward) {
        List<Header> headers = new ArrayList<>(forward.headers());
        headers.add(LAST_ONE);
        OutboundRequest question = new OutboundRequest(forward.method(), forward.url(), headers, forward.body());
        mock.outbound().ask(question, Manner.PROXY, delayMillis(forward.delayMillis()), result -> {
            Supplier<MockResponse> answer = () -> switch (result) {
                case OutboundResult.Answered(var answered) ->
                    forward.answered(answered.status(), answered.headers(), answered.body());
                case OutboundResult.Failed(String reason) -> forward.failed(reason);
            };
            try {
                MockResponse response = answer.get();
                onIoThread(() -> send(response, true));
            } catch (RuntimeException failure) {
                onIoThread(() -> failed(failure));
            }
        });
    }

    private void sendAfter(MockResponse response, int delayMillis) {
        if (!sender.keep(exchange, response.body())) {
            sender.refuse(exchange, Refusal.NO_ROOM);
            return;
        }
        XnioExecutor.Key timer =
                exchange.getIoThread().executeAfter(() -> send(response, false), delayMillis, TimeUnit.MILLISECONDS);
        exchange.addExchangeCompleteListener((_, next) -> {
            timer.remove();
            next.proceed();
        });
    }

    private void send(MockResponse response, boolean proxied) {
        if (!response.calls().isEmpty()) {
            Callbacks.send(response.calls(), mock, exchange.getDestinationAddress(), exchange.isSecure());
        }
        if (!request.rawPath().startsWith("/mockoon-admin")) {
            mock.traffic().add(new LoggedExchange(sender.millis(), request, response, proxied));
        }
        response.incidents().forEach(mock::happened);
        sender.send(exchange, response.head(), response.body());
    }

    private void failed(Throwable failure) {
        LOG.error("A mock failed to answer {}", request, failure);
        sender.refuse(exchange, Refusal.FAILED);
    }

    /// After the handler has returned; the exchange waits until then.
    private void later(Runnable task) {
        pending.track(exchange);
        exchange.dispatch(SameThreadExecutor.INSTANCE, task);
    }

    private void onIoThread(Runnable task) {
        exchange.getIoThread().execute(task);
    }

    private int delayMillis(int wished) {
        return Math.min(wished, limits.delayMillis());
    }
}
