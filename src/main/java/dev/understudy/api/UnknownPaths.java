package dev.understudy.api;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.handler.AbstractHandlerMapping;

/// Sees to it that an address below `/api` that no controller knows is answered as the API answers, and not by the
/// user interface, which takes every other address. It comes right after the controllers.
@Component
class UnknownPaths extends AbstractHandlerMapping {

    private static final int AFTER_CONTROLLERS = 1;

    UnknownPaths() {
        setOrder(AFTER_CONTROLLERS);
    }

    @Override
    protected @Nullable Object getHandlerInternal(HttpServletRequest request) {
        if (ApiPaths.isApi(request)) {
            throw ApiProblem.notFound();
        }
        return null;
    }
}
