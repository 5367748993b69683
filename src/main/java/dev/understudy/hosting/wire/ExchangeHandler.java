package dev.understudy.hosting.wire;

import dev.understudy.hosting.heavy.FaultLog;
import dev.understudy.hosting.outbound.OutboundAnswer;
import dev.understudy.hosting.outbound.OutboundRequest;
import dev.understudy.hosting.outbound.OutboundResult;
import dev.understudy.hosting.outbound.RequestPolicy;
import dev.understudy.hosting.runtime.Callbacks;
import dev.understudy.hosting.runtime.MockRuntime;
import dev.understudy.hosting.runtime.Resends;
import dev.understudy.hosting.runtime.Witness;
import dev.understudy.mock.exchange.DeferredReply;
import dev.understudy.mock.exchange.Forward;
import dev.understudy.mock.exchange.MockOutcome;
import dev.understudy.mock.exchange.MockRequest;
import dev.understudy.mock.exchange.MockResponse;
import dev.understudy.mock.exchange.Reply;
import dev.understudy.mock.exchange.ReplyCost;
import dev.understudy.mock.explain.Signposts;
import dev.understudy.mock.wire.WholeHost;
import dev.understudy.mock.wire.WireHead;
import dev.understudy.mock.wire.WireHeader;
import dev.understudy.traffic.CallbackReport;
import dev.understudy.traffic.Exchange;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.SameThreadExecutor;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.LoggerFactory;
import org.xnio.XnioExecutor;

/// One request on its way to its answer. Belongs to the I/O thread of its connection: what others do for it comes
/// back to that thread, and a delay is a timer.
final class ExchangeHandler {

    private static final FaultLog FAULTS = new FaultLog(LoggerFactory.getLogger(ExchangeHandler.class));

    /// The reference asks every server it forwards to for a connection of its own.
    private static final WireHeader LAST_ONE = new WireHeader("connection", "close");

    private final HttpServerExchange exchange;
    private final MockRequest request;
    private final MockRuntime mock;
    private final ResponseSender sender;
    private final WireLimits limits;
    private final InFlightExchanges pending;
    private final Signposts signposts;
    private final long startNanos = System.nanoTime();

    ExchangeHandler(
            HttpServerExchange exchange,
            MockRequest request,
            MockRuntime mock,
            ResponseSender sender,
            WireLimits limits,
            InFlightExchanges pending) {
        this.exchange = exchange;
        this.request = request;
        this.mock = mock;
        this.sender = sender;
        this.limits = limits;
        this.pending = pending;
        this.signposts = mock.signposts();
    }

    /// Leads to an answer in any case.
    void answer() {
        MockOutcome outcome;
        try {
            outcome = mock.begin(request);
            if (outcome instanceof DeferredReply work && work.cost().isSmall()) {
                outcome = run(work);
            }
        } catch (RuntimeException | Error failure) {
            failed(failure);
            return;
        }
        switch (outcome) {
            case Reply reply -> reply(reply);
            case DeferredReply work -> later(() -> elsewhere(work));
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

    private static Reply run(DeferredReply work) {
        ReplyCost cost = work.cost();
        long start = System.nanoTime();
        try {
            return work.run();
        } finally {
            cost.took(System.nanoTime() - start);
        }
    }

    private void elsewhere(DeferredReply work) {
        boolean taken = mock.heavy().submit(() -> {
            if (!exchange.getConnection().isOpen()) {
                onIoThread(() -> sender.refuse(exchange, EarlyRefusal.BUSY));
                return;
            }
            try {
                Reply reply = run(work);
                onIoThread(() -> reply(reply));
            } catch (RuntimeException | Error failure) {
                onIoThread(() -> failed(failure));
            }
        });
        if (!taken) {
            sender.refuse(exchange, EarlyRefusal.BUSY);
        }
    }

    private void ask(Forward forward) {
        List<WireHeader> headers = new ArrayList<>(forward.headers());
        headers.add(LAST_ONE);
        OutboundRequest question = new OutboundRequest(forward.method(), forward.url(), headers, forward.body());
        mock.outbound().ask(question, RequestPolicy.PROXY, delayMillis(forward.delayMillis()), result -> {
            Supplier<MockResponse> answer = () -> switch (result) {
                case OutboundResult.Answered(var answered) -> {
                    mock.witness().ifPresent(witness -> heard(witness, answered));
                    yield forward.answered(answered.status(), answered.headers(), answered.body());
                }
                case OutboundResult.Failed(String reason, String told) -> forward.failed(reason, told);
            };
            try {
                MockResponse response = answer.get();
                onIoThread(() -> send(response, true));
            } catch (RuntimeException failure) {
                onIoThread(() -> failed(failure));
            }
        });
    }

    /// Whatever comes of that, the client gets its answer.
    private void heard(Witness witness, OutboundAnswer answered) {
        try {
            witness.answered(request, answered.status(), answered.headers(), answered.body());
        } catch (RuntimeException failure) {
            FAULTS.failed("An answer could not be taken down for " + request, failure);
        }
    }

    private void sendAfter(MockResponse response, int delayMillis) {
        if (!sender.keep(exchange, response.body())) {
            sender.refuse(exchange, EarlyRefusal.NO_ROOM);
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
        Consumer<CallbackReport> called = _ -> {};
        if (!request.rawPath().startsWith("/mockoon-admin")) {
            long durationMillis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - startNanos);
            Resends.Awaited again = exchange.getAttachment(UndertowAdapter.AGAIN);
            Supplier<Exchange> logged = LoggedExchange.keep(
                    mock,
                    sender.millis(),
                    durationMillis,
                    request,
                    response,
                    proxied,
                    signposts,
                    again == null ? "" : again.by());
            if (again != null) {
                again.logged().complete(logged);
            }
            if (logged instanceof OngoingExchange going) {
                called = going::called;
            }
        }
        if (!response.calls().isEmpty()) {
            Callbacks.send(response.calls(), mock, exchange.getDestinationAddress(), exchange.isSecure(), called);
        }
        response.incidents().forEach(mock::happened);
        sender.send(exchange, head(response), response.body());
    }

    private WireHead head(MockResponse response) {
        return exchange.isSecure()
                ? WholeHost.overTls(response.status(), response.headers(), response.head())
                : response.head();
    }

    private void failed(Throwable failure) {
        FAULTS.failed("A mock failed to answer " + request, failure);
        sender.refuse(exchange, EarlyRefusal.FAILED);
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
