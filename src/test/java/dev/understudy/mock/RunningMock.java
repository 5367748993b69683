package dev.understudy.mock;

import dev.understudy.mock.exchange.Arrival;
import dev.understudy.mock.exchange.DeferredReply;
import dev.understudy.mock.exchange.MockRequest;
import dev.understudy.mock.exchange.MockResponse;
import dev.understudy.mock.exchange.Reply;
import dev.understudy.mock.state.MockState;
import dev.understudy.mock.wire.WireHeader;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/// A mock with its state, to be asked by tests.
public final class RunningMock {

    private CompiledMock mock;
    private final MockState state;

    RunningMock(CompiledMock mock, Map<String, String> files) {
        this.mock = mock;
        this.state = MockFixture.state(GivenFiles.ofTexts(files));
        mock.load(state);
    }

    MockState state() {
        return state;
    }

    CompiledMock mock() {
        return mock;
    }

    /// Goes on with another version of the document.
    void change(MockFixture fixture) {
        mock = MockCompiler.compile(fixture.environment(), mock).mock();
        mock.load(state);
    }

    /// @param headers name, value, name, value …
    static MockRequest request(String method, String target, String body, String... headers) {
        Map<String, String> given = new LinkedHashMap<>();
        given.put("Host", "mock.example:3000");
        for (int at = 0; at < headers.length; at += 2) {
            given.put(headers[at], headers[at + 1]);
        }
        int question = target.indexOf('?');
        return new MockRequest(
                method,
                question < 0 ? target : target.substring(0, question),
                question < 0 ? "" : target.substring(question + 1),
                new GivenHeaders(given),
                body.getBytes(StandardCharsets.UTF_8),
                new Arrival("10.0.0.7", false, 3000));
    }

    Reply reply(String method, String target, String body, String... headers) {
        MockRequest request = request(method, target, body, headers);
        return switch (mock.begin(request, state)) {
            case Reply reply -> reply;
            case DeferredReply work -> work.run();
        };
    }

    MockResponse ask(String method, String target, String body, String... headers) {
        return (MockResponse) reply(method, target, body, headers);
    }

    MockResponse get(String target, String... headers) {
        return ask("GET", target, "", headers);
    }

    /// The body of the answer to a `GET`.
    String text(String target, String... headers) {
        return text(get(target, headers));
    }

    /// The body of the answer to JSON.
    String send(String method, String target, String json) {
        return text(ask(method, target, json, "Content-Type", "application/json"));
    }

    static String text(MockResponse response) {
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    static String headers(MockResponse response) {
        return response.headers().stream()
                .map(header -> header.name() + ": " + header.value())
                .collect(Collectors.joining(" | "));
    }

    static String headers(Iterable<WireHeader> headers) {
        StringBuilder all = new StringBuilder();
        headers.forEach(header ->
                all.append(header.name()).append(": ").append(header.value()).append(" | "));
        return all.toString();
    }
}
