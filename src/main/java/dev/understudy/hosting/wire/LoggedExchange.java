package dev.understudy.hosting.wire;

import dev.understudy.environment.RuleTarget;
import dev.understudy.hosting.runtime.MockRuntime;
import dev.understudy.hosting.socket.ConversationLog;
import dev.understudy.mock.exchange.MockRequest;
import dev.understudy.mock.exchange.MockResponse;
import dev.understudy.mock.exchange.Origin;
import dev.understudy.mock.explain.Asked;
import dev.understudy.mock.explain.Secrecy;
import dev.understudy.mock.explain.Signposts;
import dev.understudy.mock.rule.Trail;
import dev.understudy.mock.wire.RequestHeaders;
import dev.understudy.mock.wire.WireHeader;
import dev.understudy.traffic.BodyExcerpt;
import dev.understudy.traffic.Exchange;
import dev.understudy.traffic.ExchangeIds;
import dev.understudy.traffic.HeaderLine;
import dev.understudy.traffic.Reason;
import dev.understudy.traffic.Redaction;
import dev.understudy.traffic.Sequel;
import dev.understudy.traffic.Traffic;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A request and its answer as they were at hand when it was sent, put into words when somebody asks. Keeps only the
/// start of long bodies. Any thread may call it.
final class LoggedExchange implements Supplier<Exchange> {

    private final long millis;
    private final long durationMillis;
    private final String method;
    private final String path;
    private final String query;
    private final RequestHeaders requestHeaders;
    private final BodyExcerpt requestBody;
    private final int status;
    private final List<WireHeader> responseHeaders;
    private final BodyExcerpt responseBody;
    private final Optional<Origin> origin;
    private final boolean proxied;
    private final Optional<Trail> trail;
    private final String sentAgainBy;
    private @Nullable Signposts signposts;
    private @Nullable Exchange told;

    private LoggedExchange(
            long millis,
            long durationMillis,
            MockRequest request,
            BodyExcerpt requestBody,
            MockResponse response,
            BodyExcerpt responseBody,
            boolean proxied,
            Signposts signposts,
            String sentAgainBy) {
        this.sentAgainBy = sentAgainBy;
        this.millis = millis;
        this.durationMillis = durationMillis;
        this.method = request.method();
        this.path = request.rawPath();
        this.query = request.rawQuery();
        this.requestHeaders = request.headers();
        this.requestBody = requestBody;
        this.status = response.status();
        this.responseHeaders = response.headers();
        this.responseBody = responseBody;
        this.origin = response.origin();
        this.proxied = proxied;
        this.trail = response.trail();
        this.signposts = signposts;
    }

    /// Keeps it in the log of its listener.
    ///
    /// @param signposts of the version that answered
    /// @param sentAgainBy the name of who sent it again; empty if it came from outside
    /// @return as it is in the log
    static Supplier<Exchange> keep(
            MockRuntime mock,
            long millis,
            long durationMillis,
            MockRequest request,
            MockResponse response,
            boolean proxied,
            Signposts signposts,
            String sentAgainBy) {
        Traffic traffic = mock.traffic();
        BodyExcerpt requestBody = traffic.excerpt(request.body());
        BodyExcerpt responseBody = traffic.excerpt(response.body());
        LoggedExchange plain = new LoggedExchange(
                millis, durationMillis, request, requestBody, response, responseBody, proxied, signposts, sentAgainBy);
        Supplier<Exchange> logged = response.calls().isEmpty() ? plain : OngoingExchange.calling(plain, mock.memory());
        traffic.add(logged, requestBody, responseBody);
        return logged;
    }

    /// Keeps a handshake that opened a WebSocket.
    ///
    /// @param response that the client got; its origin is the route
    static void keep(MockRuntime mock, long millis, MockRequest request, MockResponse response, ConversationLog talk) {
        LoggedExchange start = new LoggedExchange(
                millis, 0, request, BodyExcerpt.EMPTY, response, BodyExcerpt.EMPTY, false, mock.signposts(), "");
        OngoingExchange going = OngoingExchange.talking(start, talk, mock.memory());
        mock.traffic().add(going);
        talk.whenEnded(() -> mock.traffic().ended(going, talk.heldBytes()));
    }

    /// What explains the messages of a WebSocket later, by the version that sends them.
    static ConversationLog.Explaining messages(MockRuntime mock, MockRequest handshake) {
        return (origin, trail) -> {
            Signposts posts = mock.signposts();
            return Reason.by(() -> {
                List<HeaderLine> asked = lines(handshake.headers().all());
                Secrecy secrecy = (target, name, seen) -> hide(asked, handshake.rawQuery(), target, name, seen);
                return posts.explain(new Asked(
                        handshake.method(), handshake.rawPath(), Asked.MESSAGE, origin, false, trail, secrecy));
            });
        };
    }

    @Override
    public synchronized Exchange get() {
        Exchange exchange = told;
        if (exchange == null) {
            List<HeaderLine> asked = lines(requestHeaders.all());
            exchange = new Exchange(
                    ExchangeIds.at(millis),
                    Instant.ofEpochMilli(millis),
                    method,
                    path,
                    query,
                    asked,
                    requestBody,
                    status,
                    lines(responseHeaders),
                    responseBody,
                    origin.map(Origin::route),
                    origin.filter(_ -> status != Asked.SWITCHING).map(Origin::response),
                    origin.map(Origin::path).orElse(""),
                    proxied,
                    durationMillis,
                    reason(asked),
                    sentAgainBy.isEmpty() ? Sequel.NONE : new Sequel(sentAgainBy, Optional.empty(), List.of()));
            told = exchange;
            signposts = null;
        }
        return exchange;
    }

    /// Holds on to the version that answered only as long as nobody asked.
    private Reason reason(List<HeaderLine> asked) {
        Signposts posts = Objects.requireNonNull(signposts);
        Secrecy secrecy = (target, name, seen) -> hide(asked, query, target, name, seen);
        Asked facts = new Asked(method, path, status, origin, proxied, trail, secrecy);
        return Reason.by(() -> posts.explain(facts));
    }

    private static String hide(List<HeaderLine> asked, String query, RuleTarget target, String name, String seen) {
        return switch (target) {
            case COOKIE -> Redaction.of(new HeaderLine("Cookie", seen)).value();
            case HEADER -> Redaction.of(new HeaderLine(name, seen)).value();
            case QUERY -> Redaction.of(Redaction.parameter(name, seen), Redaction.secrets(asked, query));
            case BODY, PARAMS, PATH, METHOD, REQUEST_NUMBER, GLOBAL_VAR, DATA_BUCKET, TEMPLATING ->
                Redaction.of(seen, Redaction.secrets(asked, query));
        };
    }

    private static List<HeaderLine> lines(List<WireHeader> headers) {
        return headers.stream()
                .map(header -> new HeaderLine(header.name(), header.value()))
                .toList();
    }
}
