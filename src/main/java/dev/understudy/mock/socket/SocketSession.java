package dev.understudy.mock.socket;

import dev.understudy.environment.NodeId;
import dev.understudy.environment.StreamingMode;
import dev.understudy.mock.bucket.Bucket;
import dev.understudy.mock.exchange.Incident;
import dev.understudy.mock.exchange.MockRequest;
import dev.understudy.mock.exchange.Origin;
import dev.understudy.mock.respond.BodySource;
import dev.understudy.mock.respond.BodyText;
import dev.understudy.mock.respond.CompiledResponse;
import dev.understudy.mock.rule.ResponseSelection;
import dev.understudy.mock.rule.Trail;
import dev.understudy.mock.state.MockState;
import dev.understudy.mock.text.TextTemplate;
import dev.understudy.template.scope.Budget;
import dev.understudy.template.scope.TemplateException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// One WebSocket connection as the mock sees it. Counts its answers; one thread at a time may call it.
public final class SocketSession {

    private final SocketRoute route;
    private final MockRequest handshake;
    private final MockState state;
    private long answers;

    SocketSession(SocketRoute route, MockRequest handshake, MockState state) {
        this.route = route;
        this.handshake = handshake;
        this.state = state;
    }

    public NodeId route() {
        return route.id();
    }

    /// What in the document the connection comes from. No response has opened it: in its place is the route itself.
    public Origin origin() {
        return route.origin();
    }

    public StreamingMode mode() {
        return route.mode();
    }

    /// Between two messages of a stream.
    public int intervalMillis() {
        return route.intervalMillis();
    }

    /// Equal for the sessions of one route that has not changed in between: whose broadcasts are the same.
    public Object key() {
        return route;
    }

    /// What a message of the client is answered with. For conversations.
    public SocketReply message(String text) {
        return answer(text);
    }

    /// The next message of a stream.
    public SocketReply tick() {
        return answer("");
    }

    private SocketReply answer(String message) {
        HandshakeFacts facts = HandshakeFacts.of(
                handshake, route.bare(), message, route.prefix(), state.world().publicBaseUrl());
        Trail trail = new Trail();
        trail.tries(route.id());
        MessageContext context = new MessageContext(facts, state, route.shownPath(), answers + 1, new Budget(), trail);
        try {
            return answer(context);
        } catch (TemplateException failure) {
            return failed(failure.getMessage()).after(trail, Optional.empty());
        } catch (StackOverflowError tooDeep) {
            return failed("The answer is nested too deep").after(trail, Optional.empty());
        }
    }

    private static SocketReply failed(String message) {
        String text = "Error while serving the content: " + message;
        return new SocketReply(Optional.of(text), 0, false, List.of(new Incident("WS_SERVING_ERROR", text)));
    }

    private SocketReply answer(MessageContext context) throws TemplateException {
        if (route.selection().isEmpty()) {
            return SocketReply.NOTHING;
        }
        int at = route.selection().get().choose(context, state.world().random());
        if (at == ResponseSelection.NONE) {
            return SocketReply.NOTHING.after(context.trail(), Optional.empty());
        }
        answers++;
        CompiledResponse response = route.response(at);
        return content(response, context).after(context.trail(), Optional.of(route.origin(response)));
    }

    private SocketReply content(CompiledResponse response, MessageContext context) throws TemplateException {
        int delayMillis = route.mode() == StreamingMode.CONVERSATION ? response.delayMillis() : 0;
        return switch (response.body()) {
            case BodySource.Inline(TextTemplate text) -> reply(text.render(context), delayMillis);
            case BodySource.OfBucket bucket -> reply(ofBucket(bucket, response, context), delayMillis);
            case BodySource.OfFile file -> ofFile(file, response, context, delayMillis);
        };
    }

    /// Other than plain answers, what a bucket holds is rendered.
    private String ofBucket(BodySource.OfBucket source, CompiledResponse response, MessageContext context)
            throws TemplateException {
        Optional<Bucket> bucket = state.store().byId(source.id());
        String text = bucket.isPresent() ? BodyText.of(bucket.get().value(), context.budget()) : source.otherwise();
        return response.templating() ? TextTemplate.of(text).render(context) : text;
    }

    private SocketReply ofFile(
            BodySource.OfFile source, CompiledResponse response, MessageContext context, int delayMillis)
            throws TemplateException {
        String name = source.path().file(context);
        Optional<byte[]> bytes = state.files().read(name);
        if (bytes.isEmpty()) {
            String text = "Status: 500, File reading error! (ENOENT: no such file or directory, open '" + name + "')";
            return new SocketReply(
                    Optional.of(text), delayMillis, true, List.of(new Incident("ROUTE_FILE_SERVING_ERROR", text)));
        }
        String text = response.templating()
                ? source.content().of(bytes.get()).render(context)
                : new String(bytes.get(), StandardCharsets.UTF_8);
        return reply(text, delayMillis);
    }

    private static SocketReply reply(String text, int delayMillis) {
        return text.isEmpty() ? SocketReply.NOTHING : new SocketReply(Optional.of(text), delayMillis, false, List.of());
    }

    /// Whether it talks with the very same route.
    boolean isOf(SocketRoute other) {
        return key().equals(other);
    }
}
