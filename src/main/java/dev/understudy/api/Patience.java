package dev.understudy.api;

import dev.understudy.server.heavy.Job;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/// Waits for heavy work on the thread of the request that wants it, and gives it up when the client has hung up.
final class Patience {

    /// How often somebody who waits is looked at.
    private static final Duration BEAT = Duration.ofMillis(500);

    private Patience() {}

    /// What came of the work.
    ///
    /// @throws dev.understudy.server.heavy.WorkEnded if it was ended
    static <T> T await(Job<T> job) {
        BooleanSupplier gone = gone();
        while (!job.await(BEAT)) {
            if (gone.getAsBoolean()) {
                job.giveUp();
            }
        }
        return job.get();
    }

    private static BooleanSupplier gone() {
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        return request != null
                        && request.getAttribute(ClientPresence.GONE, RequestAttributes.SCOPE_REQUEST)
                                instanceof BooleanSupplier gone
                ? gone
                : () -> false;
    }
}
