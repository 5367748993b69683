package dev.understudy.hosting.preview;

import dev.understudy.environment.Environment;
import dev.understudy.environment.Kind;
import dev.understudy.environment.Problem;
import dev.understudy.environment.Schema;
import dev.understudy.mock.exchange.MockResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What is to be said beside a preview, in words of those who write mocks. Pure.
final class PreviewNotes {

    private PreviewNotes() {}

    /// @param document that was compiled, with nothing but the response and what it draws on
    /// @param problems that were found in it
    static List<String> of(MockResponse made, Environment document, List<Problem> problems) {
        List<String> notes = new ArrayList<>();
        problems.stream()
                .filter(problem -> problem.severity() == Problem.Severity.ERROR)
                .flatMap(problem -> broken(problem, document).stream())
                .forEach(notes::add);
        if (notes.isEmpty()) {
            made.incidents().forEach(incident -> notes.add(plain(incident.message())));
        }
        made.calls().forEach(call -> notes.add("A callback would be sent."));
        if (made.delayMillis() > 0) {
            notes.add("It would be sent after %,d ms.".formatted(made.delayMillis()));
        }
        return List.copyOf(notes);
    }

    /// Where it is, and what: "Body, line 3: …".
    private static Optional<String> broken(Problem problem, Environment document) {
        return problem.node()
                .flatMap(document::find)
                .filter(node -> node.kind() == Kind.RESPONSE || node.kind() == Kind.HEADER)
                .flatMap(node -> Schema.field(node.kind(), problem.field()).map(field -> {
                    String place = node.kind() == Kind.HEADER
                            ? "Header %s".formatted(node.get(Schema.HEADER_KEY))
                            : field.label() + line(problem, node.plain(field));
                    return place + ": " + problem.message();
                }));
    }

    private static String line(Problem problem, Object value) {
        return value instanceof String text && text.indexOf('\n') >= 0
                ? problem.stretch()
                        .map(stretch -> ", line %,d"
                                .formatted(text.substring(0, Math.min(stretch.from(), text.length()))
                                                .chars()
                                                .filter(sign -> sign == '\n')
                                                .count()
                                        + 1))
                        .orElse("")
                : "";
    }

    /// What the engine says to callers begins with words of its own.
    private static String plain(String message) {
        return message.replaceFirst("^Error while serving the content: ", "The template of the body stopped: ")
                .replaceFirst("^Header parsing error: ", "The template of a header stopped: ");
    }
}
