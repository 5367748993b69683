package dev.understudy.hosting.wire;

import dev.understudy.hosting.admin.AdminApi;
import dev.understudy.hosting.admin.AdminOutcome;
import dev.understudy.hosting.heavy.FaultLog;
import dev.understudy.hosting.runtime.MockRuntime;
import dev.understudy.mock.exchange.MockRequest;
import dev.understudy.mock.wire.WireHead;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.SameThreadExecutor;
import org.slf4j.LoggerFactory;

/// A request to the admin API on its way to its answer. What it asks for can be long, so it is worked out beside the
/// I/O threads.
final class AdminCall {

    private static final FaultLog FAULTS = new FaultLog(LoggerFactory.getLogger(AdminCall.class));

    private final HttpServerExchange exchange;
    private final MockRuntime mock;
    private final ResponseSender sender;

    AdminCall(HttpServerExchange exchange, MockRuntime mock, ResponseSender sender) {
        this.exchange = exchange;
        this.mock = mock;
        this.sender = sender;
    }

    /// Answers, unless it is none of the admin API's.
    ///
    /// @param passes answers then
    void answer(AdminApi api, MockRequest request, Runnable passes) {
        exchange.dispatch(SameThreadExecutor.INSTANCE, () -> {
            boolean taken = mock.heavy().submit(() -> {
                Runnable then;
                try {
                    AdminOutcome outcome = api.handle(request);
                    then = () -> carryOut(outcome, passes);
                } catch (RuntimeException | Error failure) {
                    FAULTS.failed("The admin API failed at " + request, failure);
                    then = () -> sender.refuse(exchange, EarlyRefusal.FAILED);
                }
                exchange.getIoThread().execute(then);
            });
            if (!taken) {
                sender.refuse(exchange, EarlyRefusal.BUSY);
            }
        });
    }

    private void carryOut(AdminOutcome outcome, Runnable passes) {
        switch (outcome) {
            case AdminOutcome.Passes _ -> passes.run();
            case AdminOutcome.Events(int replayed) -> AdminEventStream.open(exchange, mock, sender.date(), replayed);
            case AdminOutcome.Answer answer ->
                sender.send(exchange, WireHead.of(answer.status(), answer.headers()), answer.body());
        }
    }
}
