package dev.understudy.security;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/// The answers to a program that is not let in: problem details (RFC 9457) with the `code` that the API promises.
final class Refusals {

    private static final JsonMapper JSON = JsonMapper.shared();

    private Refusals() {}

    static void unauthorized(HttpServletResponse response, String detail) throws IOException {
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"Understudy\"");
        write(response, HttpStatus.UNAUTHORIZED, "unauthorized", detail);
    }

    static void forbidden(HttpServletResponse response, String detail) throws IOException {
        write(response, HttpStatus.FORBIDDEN, "forbidden", detail);
    }

    static void rateLimited(HttpServletResponse response, long waitSeconds) throws IOException {
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(waitSeconds));
        String detail = "Too many bad access tokens came from this address. Try again in " + waitSeconds + " seconds.";
        write(response, HttpStatus.TOO_MANY_REQUESTS, "rate-limited", detail);
    }

    static void unavailable(HttpServletResponse response) throws IOException {
        String detail = "This can't be done just now. Send the same request again.";
        write(response, HttpStatus.SERVICE_UNAVAILABLE, "unavailable", detail);
    }

    private static void write(HttpServletResponse response, HttpStatus status, String code, String detail)
            throws IOException {
        if (response.isCommitted()) {
            return;
        }
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", "about:blank");
        body.put("title", status.getReasonPhrase());
        body.put("status", status.value());
        body.put("detail", detail);
        body.put("code", code);
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream().write(JSON.writeValueAsString(body).getBytes(StandardCharsets.UTF_8));
    }
}
