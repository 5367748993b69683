package dev.understudy.observed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.edit.Apply;
import dev.understudy.edit.Outcome;
import dev.understudy.environment.Environment;
import dev.understudy.environment.FileContent;
import dev.understudy.environment.FileIndex;
import dev.understudy.mock.GivenFiles;
import dev.understudy.mock.GivenHeaders;
import dev.understudy.mock.MockCompiler;
import dev.understudy.mock.MockFixture;
import dev.understudy.mock.exchange.Arrival;
import dev.understudy.mock.exchange.MockRequest;
import dev.understudy.mock.exchange.MockResponse;
import dev.understudy.traffic.HeaderLine;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

/// What a mock is to learn, and the mock that learned it.
final class Lesson {

    @SuppressWarnings("ArrayRecordComponent")
    private record Asked(String method, String target, String type, byte[] body) {}

    private final Map<String, Observed> observed = new LinkedHashMap<>();
    private final Map<String, Asked> asked = new LinkedHashMap<>();
    private final Map<FileContent, byte[]> contents = new HashMap<>();
    private final List<Observation.Why> leftOut = new ArrayList<>();
    Environment document;

    Lesson() {
        this(new MockFixture());
    }

    Lesson(MockFixture fixture) {
        document = fixture.environment();
    }

    /// @param target path and query
    Lesson saw(String method, String target, int status, String body) {
        return saw(method, target, "", "", status, "application/json", body.getBytes(StandardCharsets.UTF_8));
    }

    Lesson sent(String method, String target, String sent, int status, String body) {
        return saw(
                method,
                target,
                "application/json",
                sent,
                status,
                "application/json",
                body.getBytes(StandardCharsets.UTF_8));
    }

    Lesson saw(String method, String target, String type, String sent, int status, String answerType, byte[] body) {
        return saw(method, target, type, sent, status, List.of(new HeaderLine("Content-Type", answerType)), body);
    }

    Lesson saw(
            String method, String target, String type, String sent, int status, List<HeaderLine> headers, byte[] body) {
        int question = target.indexOf('?');
        String path = question < 0 ? target : target.substring(0, question);
        byte[] bytes = sent.getBytes(StandardCharsets.UTF_8);
        Observation.Asked request =
                new Observation.Asked(method, path, question < 0 ? "" : target.substring(question + 1), type, bytes);
        switch (Observation.of(request, status, headers, body)) {
            case Observation.Seen(Observed one, byte[] content) -> {
                observed.merge(one.key(), one, (before, now) -> before.then(now.answer()));
                asked.put(one.key(), new Asked(method, target, type, bytes));
                contents.put(one.answer().content(), content);
            }
            case Observation.LeftOut(Observation.Why why) -> leftOut.add(why);
        }
        return this;
    }

    List<Observation.Why> leftOut() {
        return leftOut;
    }

    List<Observed> observed() {
        return List.copyOf(observed.values());
    }

    Findings find(boolean grouped) {
        return RouteSearch.find(document, observed(), new Manner(grouped, true, false));
    }

    /// `GET /orders/:id 200[id 42] 404[id 43]*`, the default response with a star.
    static List<String> words(Findings findings) {
        return findings.routes().stream()
                .map(route -> route.key() + " "
                        + route.responses().stream()
                                .map(response -> response.answer().status()
                                        + (response.rules().isEmpty() ? "" : "[" + response.label() + "]")
                                        + (response.isDefault() ? "*" : ""))
                                .collect(Collectors.joining(" ")))
                .toList();
    }

    RouteEdits.Made edits(boolean grouped) {
        return edits(find(grouped));
    }

    RouteEdits.Made edits(Findings findings) {
        return RouteEdits.of(
                document,
                findings.routes(),
                content -> new String(contents.get(content), StandardCharsets.UTF_8),
                new Random(observed.size()));
    }

    /// Lets the document have what was found.
    Lesson learn(boolean grouped) {
        RouteEdits.Made made = edits(grouped);
        Outcome outcome = Apply.apply(document, made.edits(), _ -> false, false);
        assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
        document = ((Outcome.Accepted) outcome).after();
        return this;
    }

    /// Asks the mock everything again.
    ///
    /// @return what it answers differently
    List<String> mistakes() {
        GivenFiles files = new GivenFiles(FileIndex.of(document).all().stream()
                .collect(Collectors.toMap(file -> file.path().text(), file -> contents.get(file.content()))));
        var mock = MockCompiler.compile(document, null).mock();
        var state = MockFixture.state(files);
        mock.load(state);
        List<String> mistakes = new ArrayList<>();
        asked.forEach((key, request) -> {
            Answer wanted = observed.get(key).answer();
            int question = request.target().indexOf('?');
            Map<String, String> headers = new LinkedHashMap<>();
            headers.put("Host", "localhost");
            if (!request.type().isEmpty()) {
                headers.put("Content-Type", request.type());
            }
            MockRequest again = new MockRequest(
                    request.method(),
                    question < 0 ? request.target() : request.target().substring(0, question),
                    question < 0 ? "" : request.target().substring(question + 1),
                    new GivenHeaders(headers),
                    request.body(),
                    new Arrival("10.0.0.7", false, 3000));
            MockResponse answer = MockFixture.answer(mock, again, state);
            if (answer.status() != wanted.status()
                    || !FileContent.of(answer.body()).equals(wanted.content())) {
                mistakes.add("%s %s: %d %s"
                        .formatted(
                                request.method(),
                                request.target(),
                                answer.status(),
                                new String(answer.body(), StandardCharsets.UTF_8)));
            }
        });
        return mistakes;
    }
}
