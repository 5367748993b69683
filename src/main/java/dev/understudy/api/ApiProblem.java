package dev.understudy.api;

import dev.understudy.environment.Excess;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.json.JsonMapper;

/// Ends a call with a problem: a code for programs, a sentence for people, and what else helps to mend it.
final class ApiProblem extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final ErrorCode code;
    private final HttpStatus status;
    private final String detail;
    private final transient Map<String, Object> members;
    private final @Nullable Duration retryAfter;

    private ApiProblem(
            ErrorCode code,
            HttpStatus status,
            String detail,
            Map<String, Object> members,
            @Nullable Duration retryAfter) {
        super(detail, null, false, false);
        this.code = code;
        this.status = status;
        this.detail = detail;
        this.members = members;
        this.retryAfter = retryAfter;
    }

    static ApiProblem of(ErrorCode code, String detail) {
        return new ApiProblem(code, code.status(), detail, Map.of(), null);
    }

    /// The answer to everything that the caller may not see, whether it exists or not.
    static ApiProblem notFound() {
        return of(ErrorCode.NOT_FOUND, "There is nothing at this address that you can see.");
    }

    static ApiProblem invalidRequest(String detail) {
        return of(ErrorCode.INVALID_REQUEST, detail);
    }

    /// A limit, told with its value and with what was asked for.
    static ApiProblem beyond(ErrorCode code, long limit, long value, String detail) {
        return of(code, detail).with(new Excess(limit, value));
    }

    ApiProblem with(String name, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(members);
        more.put(name, value);
        return new ApiProblem(code, status, detail, more, retryAfter);
    }

    /// Tells the limit and the value.
    ApiProblem with(Excess excess) {
        return with("limit", excess.limit()).with("value", excess.value());
    }

    ApiProblem status(HttpStatus other) {
        return new ApiProblem(code, other, detail, members, retryAfter);
    }

    ApiProblem retryAfter(Duration wait) {
        return new ApiProblem(code, status, detail, members, wait);
    }

    ErrorCode code() {
        return code;
    }

    /// The same answer where Spring's controllers are out of reach.
    void send(HttpServletResponse response) throws IOException {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("title", status.getReasonPhrase());
        body.put("status", status.value());
        body.put("detail", detail);
        body.put("code", code.word());
        body.putAll(members);
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream().write(JsonMapper.shared().writeValueAsBytes(body));
    }

    /// The answer, as RFC 9457 has it.
    ResponseEntity<ProblemDetail> answer() {
        ProblemDetail body = ProblemDetail.forStatusAndDetail(status, detail);
        body.setProperty("code", code.word());
        members.forEach(body::setProperty);
        HttpHeaders headers = new HttpHeaders();
        headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        if (retryAfter != null) {
            headers.set(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, retryAfter.toSeconds())));
        }
        return new ResponseEntity<>(body, headers, status);
    }
}
