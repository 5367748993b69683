package dev.understudy.api;

import dev.understudy.collab.RoomUnavailable;
import dev.understudy.collab.TeamIsFull;
import dev.understudy.server.heavy.WorkEnded;
import dev.understudy.team.Forbidden;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/// The one place where whatever ends a call of the API becomes an answer. What ends other requests is left alone.
@RestControllerAdvice
class ProblemAdvice {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);
    private static final Duration TRY_AGAIN_AFTER = Duration.ofSeconds(2);
    private static final Duration QUEUE_MOVES_AFTER = Duration.ofSeconds(10);

    @ExceptionHandler
    @Nullable
    ResponseEntity<ProblemDetail> answer(Exception failure, HttpServletRequest request, HttpServletResponse response)
            throws Exception {
        if (!ApiPaths.isApi(request)) {
            throw failure;
        }
        if (failure instanceof IOException || response.isCommitted()) {
            LOG.debug("The client went away", failure);
            return null;
        }
        return problem(failure, response).answer();
    }

    private static ApiProblem problem(Exception failure, HttpServletResponse response) {
        return switch (failure) {
            case ApiProblem problem -> problem;
            case Forbidden forbidden -> ApiProblem.of(ErrorCode.FORBIDDEN, sentence(forbidden));
            case TeamIsFull full ->
                ApiProblem.beyond(ErrorCode.QUOTA_EXCEEDED, full.most(), full.most() + 1L, sentence(full));
            case WorkEnded ended -> ended(ended);
            case RoomUnavailable unavailable -> unavailable(unavailable);
            case DataAccessException unavailable -> unavailable(unavailable);
            case HttpRequestMethodNotSupportedException wrong -> wrongMethod(wrong, response);
            case HttpMediaTypeNotAcceptableException wrong -> notAcceptable(wrong);
            case HttpMediaTypeNotSupportedException _ ->
                ApiProblem.invalidRequest("The body must be sent with \"Content-Type: application/json\".")
                        .status(HttpStatus.UNSUPPORTED_MEDIA_TYPE);
            case MethodArgumentTypeMismatchException wrong ->
                ApiProblem.invalidRequest("\"%s\" has a value of the wrong type.".formatted(wrong.getName()));
            case InvalidParameterException _ ->
                ApiProblem.invalidRequest("The parameters in the address are not well-formed UTF-8, or too many.");
            case RequestRejectedException _ ->
                ApiProblem.invalidRequest("A header or a parameter holds characters that are not taken.");
            case ServletRequestBindingException wrong -> ApiProblem.invalidRequest(sentence(wrong));
            case NoHandlerFoundException _ -> ApiProblem.notFound();
            case NoResourceFoundException _ -> ApiProblem.notFound();
            default -> {
                LOG.error("A call of the API failed", failure);
                yield ApiProblem.of(
                        ErrorCode.INTERNAL_ERROR, "The server failed; its log says why. Nothing was changed.");
            }
        };
    }

    private static ApiProblem ended(WorkEnded ended) {
        return switch (ended.reason()) {
            case SHARE_FULL ->
                ApiProblem.of(ErrorCode.RATE_LIMITED, ended.sentence()).retryAfter(QUEUE_MOVES_AFTER);
            case QUEUE_FULL, GIVEN_UP ->
                ApiProblem.of(ErrorCode.UNAVAILABLE, ended.sentence()).retryAfter(QUEUE_MOVES_AFTER);
            case TIME_OVER -> ApiProblem.of(ErrorCode.ENVIRONMENT_TOO_LARGE, ended.sentence());
        };
    }

    private static ApiProblem unavailable(RuntimeException unavailable) {
        LOG.warn(
                "The database or a room can't be used: {}; cause: {}",
                unavailable.toString(),
                String.valueOf(unavailable.getCause()));
        return ApiProblem.of(ErrorCode.UNAVAILABLE, "This can't be done just now. Send the same request again.")
                .retryAfter(TRY_AGAIN_AFTER);
    }

    private static ApiProblem wrongMethod(HttpRequestMethodNotSupportedException wrong, HttpServletResponse response) {
        Set<HttpMethod> allowed = wrong.getSupportedHttpMethods();
        String methods = allowed == null
                ? ""
                : allowed.stream().map(HttpMethod::name).sorted().collect(Collectors.joining(", "));
        response.setHeader("Allow", methods);
        return ApiProblem.invalidRequest("This address takes %s, not %s.".formatted(methods, wrong.getMethod()))
                .status(HttpStatus.METHOD_NOT_ALLOWED);
    }

    private static ApiProblem notAcceptable(HttpMediaTypeNotAcceptableException wrong) {
        String types =
                wrong.getSupportedMediaTypes().stream().map(Object::toString).collect(Collectors.joining(" or "));
        String detail = types.isEmpty()
                ? "\"Accept\" is not a list of media types."
                : "The answer has the type " + types + "; \"Accept\" does not allow it.";
        return ApiProblem.invalidRequest(detail).status(HttpStatus.NOT_ACCEPTABLE);
    }

    private static String sentence(Exception failure) {
        return String.valueOf(failure.getMessage());
    }
}
