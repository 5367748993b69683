package dev.understudy.hosting.preview;

import dev.understudy.environment.Environment;
import dev.understudy.environment.EnvironmentId;
import dev.understudy.environment.Kind;
import dev.understudy.environment.MemoryBudget;
import dev.understudy.environment.NodeId;
import dev.understudy.environment.RouteType;
import dev.understudy.environment.Schema;
import dev.understudy.hosting.preview.Preview.Instead;
import dev.understudy.hosting.runtime.MockWorlds;
import dev.understudy.mock.CompiledMock;
import dev.understudy.mock.MockCompiler;
import dev.understudy.mock.exchange.Arrival;
import dev.understudy.mock.exchange.Forward;
import dev.understudy.mock.exchange.MockRequest;
import dev.understudy.mock.exchange.MockResponse;
import dev.understudy.mock.state.MockState;
import dev.understudy.mock.wire.RequestHeaders;
import dev.understudy.mock.wire.WireHeader;
import dev.understudy.server.heavy.WorkEnded;
import dev.understudy.server.heavy.Workshop;
import dev.understudy.traffic.HeaderLine;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Renders one response for a made-up request by the engine of the listeners, with a state of its own: nothing is sent
/// anywhere, nothing of a running mock is changed, and delays are not waited for. Any thread may call it; it waits for
/// a turn in the workshop.
@Component
public class Previews {

    /// Of a body; the rest is not shown.
    public static final int MAX_SHOWN = 50_000;

    /// For the data buckets and what a template makes.
    private static final long MEMORY = 64L * 1024 * 1024;

    private final MockWorlds worlds;
    private final Workshop workshop;

    Previews(MockWorlds worlds, Workshop workshop) {
        this.worlds = worlds;
        this.workshop = workshop;
    }

    /// What the response would be.
    ///
    /// @param owner who waits for it, to share the workshop fairly
    public Preview render(
            Object owner, EnvironmentId environment, Environment document, NodeId response, SampleRequest request) {
        Optional<Environment> reduced = OneResponse.of(document, response);
        if (reduced.isEmpty()) {
            return new Preview.None("There is no such response any more.");
        }
        try {
            return workshop.submit(
                            owner,
                            "The preview",
                            reduced.get().bytes(),
                            _ -> render(
                                    environment,
                                    reduced.get(),
                                    request,
                                    () -> OneResponse.withOthers(document, response)
                                            .flatMap(all -> instead(environment, all, response, request))))
                    .get();
        } catch (WorkEnded ended) {
            return new Preview.None(ended.sentence());
        }
    }

    private Preview render(
            EnvironmentId environment,
            Environment document,
            SampleRequest request,
            Supplier<Optional<Instead>> instead) {
        boolean socket = document.nodes().stream()
                .anyMatch(node -> node.kind() == Kind.ROUTE && node.get(Schema.ROUTE_TYPE) == RouteType.WS);
        if (socket) {
            return new Preview.None("What a WebSocket says depends on its messages, so there is no preview of it.");
        }
        MockCompiler.Compilation compiled = MockCompiler.compile(document);
        CompiledMock mock = compiled.mock();
        try (MemoryBudget memory = MemoryBudget.of(MEMORY, "The data buckets are too large for a preview.")) {
            MockState state = worlds.state(environment, memory);
            if (!mock.load(state)) {
                return new Preview.None(memory.refusal());
            }
            MockRequest sample = sample(request);
            long start = System.nanoTime();
            var reply = mock.respond(sample, state);
            long micros = (System.nanoTime() - start) / 1_000;
            return switch (reply) {
                case MockResponse made ->
                    made.origin().isPresent()
                            ? answered(
                                    made, micros, PreviewNotes.of(made, document, compiled.problems()), instead.get())
                            : new Preview.None(
                                    "The route does not take %s %s.".formatted(request.method(), request.target()));
                case Forward _ ->
                    new Preview.None("The route does not take %s %s, and another server would be asked."
                            .formatted(request.method(), request.target()));
            };
        }
    }

    /// What a listener would answer instead; empty if it is this very response.
    private Optional<Instead> instead(
            EnvironmentId environment, Environment document, NodeId response, SampleRequest request) {
        try (MemoryBudget memory = MemoryBudget.of(MEMORY, "The data buckets are too large for a preview.")) {
            MockState state = worlds.state(environment, memory);
            CompiledMock mock = MockCompiler.compile(document).mock();
            return mock.load(state)
                    ? ListenerChoice.of(document, mock, mock.respond(sample(request), state), response, request)
                    : Optional.empty();
        }
    }

    private static Preview answered(MockResponse made, long micros, List<String> notes, Optional<Instead> instead) {
        byte[] body = made.body();
        Optional<String> text = text(body);
        return new Preview.Answered(
                made.status(),
                made.headers().stream()
                        .map(header -> new HeaderLine(header.name(), header.value()))
                        .toList(),
                text.map(all -> all.substring(0, Math.min(all.length(), MAX_SHOWN)))
                        .orElse(""),
                body.length,
                text.isPresent(),
                micros,
                notes,
                instead);
    }

    private static Optional<String> text(byte[] body) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
            return text.indexOf('\0') < 0 ? Optional.of(text) : Optional.empty();
        } catch (CharacterCodingException binary) {
            return Optional.empty();
        }
    }

    private static MockRequest sample(SampleRequest request) {
        int query = request.target().indexOf('?');
        String path = query < 0 ? request.target() : request.target().substring(0, query);
        return new MockRequest(
                request.method(),
                path.startsWith("/") ? path : "/" + path,
                query < 0 ? "" : request.target().substring(query + 1),
                new Headers(request.headers().stream()
                        .map(header -> new WireHeader(header.name(), header.value()))
                        .toList()),
                request.body().getBytes(StandardCharsets.UTF_8),
                Arrival.NOWHERE);
    }

    private record Headers(List<WireHeader> all) implements RequestHeaders {
        @Override
        public @Nullable String first(String name) {
            return all.stream()
                    .filter(header -> header.name().equalsIgnoreCase(name))
                    .map(WireHeader::value)
                    .findFirst()
                    .orElse(null);
        }
    }
}
