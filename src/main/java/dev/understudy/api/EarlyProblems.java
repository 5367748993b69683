package dev.understudy.api;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.web.servlet.FilterRegistration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/// Answers calls of the API that were refused before a controller saw them (by the firewall, or by a filter) as the
/// API answers, and not with the page that browsers get.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
@FilterRegistration(dispatcherTypes = DispatcherType.ERROR)
class EarlyProblems implements Filter {

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String path
                && ApiPaths.isApi(path)
                && request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status) {
            of(status).send((HttpServletResponse) response);
        } else {
            chain.doFilter(request, response);
        }
    }

    /// What can be said when nothing is known but the status.
    static ApiProblem of(int status) {
        HttpStatus known = HttpStatus.resolve(status);
        if (known == null || known == HttpStatus.INTERNAL_SERVER_ERROR) {
            return ApiProblem.of(ErrorCode.INTERNAL_ERROR, "The server failed; its log says why.");
        }
        return switch (known) {
            case NOT_FOUND -> ApiProblem.notFound();
            case SERVICE_UNAVAILABLE ->
                ApiProblem.of(ErrorCode.UNAVAILABLE, "The server is starting or stopping. Try again shortly.");
            case BAD_REQUEST ->
                ApiProblem.invalidRequest(
                        "The address, the method or a header of the request is malformed, too long, or holds what is not taken in one, such as an encoded slash.");
            default ->
                ApiProblem.invalidRequest("The server does not take this request: " + known.getReasonPhrase() + ".")
                        .status(known);
        };
    }
}
