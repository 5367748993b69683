package dev.understudy.mock;

import dev.understudy.mock.exchange.DeferredReply;
import dev.understudy.mock.exchange.MockResponse;
import dev.understudy.mock.exchange.OutgoingCall;
import dev.understudy.mock.exchange.Reply;
import dev.understudy.mock.exchange.ReplyCost;
import dev.understudy.mock.wire.WireHeader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;

/// Replies as a mock makes them, for tests of those who carry them out.
public final class TestReplies {

    private TestReplies() {}

    public static MockResponse text(String text) {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        return new MockResponse(200, List.of(new WireHeader("Content-Length", Integer.toString(body.length))), body, 0);
    }

    public static MockResponse calling(String text, OutgoingCall... calls) {
        return text(text).with(List.of(calls), List.of());
    }

    public static OutgoingCall call(String method, String url, String body, int delayMillis) {
        return new OutgoingCall(
                "a callback",
                method,
                url,
                List.of(new WireHeader("X-Own", "1")),
                body.getBytes(StandardCharsets.UTF_8),
                delayMillis);
    }

    public static DeferredReply work(ReplyCost cost, Supplier<Reply> steps) {
        return new DeferredReply(cost, steps);
    }
}
