package dev.understudy.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;

/// Refuses calls that change something when one token makes so many of them that others would suffer. No honest
/// program gets there: the limits are far above what a room commits for one client.
@Component
class WriteRate implements HandlerInterceptor {

    static final int PER_SECOND = 1_000;
    static final int AT_ONCE = 20_000;

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private final RateLimit limit;

    WriteRate(
            @Value("${understudy.api.writes-per-second:" + PER_SECOND + "}") int perSecond,
            @Value("${understudy.api.writes-at-once:" + AT_ONCE + "}") int atOnce,
            Clock clock) {
        this.limit = new RateLimit(perSecond, atOnce, clock);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!READING.contains(request.getMethod())) {
            Duration wait = limit.take(Bearer.token(request));
            if (!wait.isZero()) {
                throw ApiProblem.of(
                                ErrorCode.RATE_LIMITED,
                                "This token changes things faster than %,d times a second. Wait, then go on."
                                        .formatted(limit.perSecond()))
                        .with("limit", limit.perSecond())
                        .retryAfter(wait);
            }
        }
        return true;
    }
}
