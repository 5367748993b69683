package dev.understudy.mock.exchange;

import dev.understudy.mock.rule.Trail;
import dev.understudy.mock.wire.WholeHost;
import dev.understudy.mock.wire.WireHead;
import dev.understudy.mock.wire.WireHeader;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// An answer, ready to be sent. Immutable; the arrays are shared and not to be written to.
public final class MockResponse implements Reply {

    private static final byte[] NOTHING = {};

    private final int status;
    private final List<WireHeader> headers;
    private final byte[] body;
    private final int delayMillis;
    private final WireHead head;
    private final Optional<Origin> origin;
    private final List<OutgoingCall> calls;
    private final List<Incident> incidents;
    private final Optional<Trail> trail;

    /// @param headers in the order and spelling of the wire; those that would act on the whole host are left out
    /// @param body what goes over the wire; empty for an answer to `HEAD`, whatever its `Content-Length`
    /// @param delayMillis how long to wait before it is sent
    public MockResponse(int status, List<WireHeader> headers, byte[] body, int delayMillis) {
        this.status = status;
        this.headers = WholeHost.takenOutOf(headers);
        this.body = body;
        this.delayMillis = delayMillis;
        this.head = WireHead.of(status, this.headers);
        this.origin = Optional.empty();
        this.calls = List.of();
        this.incidents = List.of();
        this.trail = Optional.empty();
    }

    private MockResponse(
            MockResponse other,
            Optional<Origin> origin,
            List<OutgoingCall> calls,
            List<Incident> incidents,
            Optional<Trail> trail) {
        this.status = other.status;
        this.headers = other.headers;
        this.body = other.body;
        this.delayMillis = other.delayMillis;
        this.head = other.head;
        this.origin = origin;
        this.calls = List.copyOf(calls);
        this.incidents = List.copyOf(incidents);
        this.trail = trail;
    }

    public static MockResponse empty(int status, List<WireHeader> headers, int delayMillis) {
        return new MockResponse(status, headers, NOTHING, delayMillis);
    }

    public int status() {
        return status;
    }

    public List<WireHeader> headers() {
        return headers;
    }

    public byte[] body() {
        return body;
    }

    public int delayMillis() {
        return delayMillis;
    }

    /// Status line and headers in the form of the wire.
    public WireHead head() {
        return head;
    }

    /// What in the document it came from; empty if no route answered.
    public Optional<Origin> origin() {
        return origin;
    }

    /// Requests to send when the answer is sent.
    public List<OutgoingCall> calls() {
        return calls;
    }

    /// What went wrong on the way, for the log.
    public List<Incident> incidents() {
        return incidents;
    }

    public MockResponse from(Origin route) {
        return new MockResponse(this, Optional.of(route), calls, incidents, trail);
    }

    public MockResponse with(List<OutgoingCall> planned, List<Incident> happened) {
        return planned.isEmpty() && happened.isEmpty()
                ? this
                : new MockResponse(this, origin, planned, happened, trail);
    }

    /// What was decided on the way; empty if nothing was that can't be told without it.
    public Optional<Trail> trail() {
        return trail;
    }

    /// The same as what came of that way.
    public MockResponse after(Trail way) {
        return way.isEmpty() ? this : new MockResponse(this, origin, calls, incidents, Optional.of(way));
    }

    /// The first header of that name, in whatever case; null if there is none.
    public @Nullable String header(String name) {
        for (WireHeader header : headers) {
            if (header.name().equalsIgnoreCase(name)) {
                return header.value();
            }
        }
        return null;
    }
}
