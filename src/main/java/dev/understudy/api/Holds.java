package dev.understudy.api;

import dev.understudy.server.heavy.Hold;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.RequestAttributes;

/// Finds what a request holds in memory, to take more from it. It lasts until the answer is sent.
final class Holds {

    private Holds() {}

    static Hold of(HttpServletRequest request) {
        return hold(request.getAttribute(Hold.ATTRIBUTE));
    }

    static Hold of(RequestAttributes request) {
        return hold(request.getAttribute(Hold.ATTRIBUTE, RequestAttributes.SCOPE_REQUEST));
    }

    private static Hold hold(@Nullable Object attribute) {
        if (attribute instanceof Hold hold) {
            return hold;
        }
        throw new IllegalStateException("A request that was not counted");
    }
}
