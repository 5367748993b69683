package dev.understudy.hosting.wire;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.AttachmentKey;
import java.util.concurrent.atomic.AtomicInteger;

/// The exchanges of one listener that wait for something: a body, a delay. Those answered at once need no count.
/// Any thread may call it.
final class InFlightExchanges {

    private static final AttachmentKey<Boolean> TRACKED = AttachmentKey.create(Boolean.class);

    private final AtomicInteger count = new AtomicInteger();

    /// Counts the exchange until it is complete; once, however often it is called.
    void track(HttpServerExchange exchange) {
        if (exchange.putAttachment(TRACKED, true) != null) {
            return;
        }
        count.incrementAndGet();
        exchange.addExchangeCompleteListener((_, next) -> {
            count.decrementAndGet();
            next.proceed();
        });
    }

    /// Waits until there are none, or the time is up.
    void await(int millis) throws InterruptedException {
        for (int waited = 0; count.get() > 0 && waited < millis; waited += 10) {
            Thread.sleep(10);
        }
    }
}
