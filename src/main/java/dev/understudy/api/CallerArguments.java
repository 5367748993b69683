package dev.understudy.api;

import dev.understudy.environment.EnvironmentId;
import dev.understudy.security.CurrentUser;
import dev.understudy.team.Access;
import dev.understudy.team.Accesses;
import dev.understudy.team.Actor;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerMapping;

/// Gives controllers the caller as an `Actor`, and the environment that the address names as an `Access`: one that
/// the caller can't see is not found before the controller is asked.
@Component
class CallerArguments implements HandlerMethodArgumentResolver {

    private final CurrentUser currentUser;
    private final Accesses accesses;

    CallerArguments(CurrentUser currentUser, Accesses accesses) {
        this.currentUser = currentUser;
        this.accesses = accesses;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        Class<?> type = parameter.getParameterType();
        return type == Actor.class || type == Access.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        Actor actor = currentUser.actor();
        return parameter.getParameterType() == Actor.class
                ? actor
                : environmentId(request).flatMap(id -> accesses.find(actor, id)).orElseThrow(ApiProblem::notFound);
    }

    private static Optional<EnvironmentId> environmentId(NativeWebRequest request) {
        return request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE, RequestAttributes.SCOPE_REQUEST)
                        instanceof Map<?, ?> variables
                ? Optional.ofNullable(variables.get("id")).flatMap(id -> EnvironmentId.parse(id.toString()))
                : Optional.empty();
    }
}
