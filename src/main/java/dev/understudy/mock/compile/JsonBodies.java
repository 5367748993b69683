package dev.understudy.mock.compile;

import dev.understudy.environment.BodyKind;
import dev.understudy.environment.Environment;
import dev.understudy.environment.Node;
import dev.understudy.environment.Problem;
import dev.understudy.environment.Problem.Severity;
import dev.understudy.environment.Schema;
import dev.understudy.environment.Slot;
import dev.understudy.js.JsJson;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Tells of bodies that are always the same, are sent as JSON and are none. Pure.
final class JsonBodies {

    /// Longer ones are not read for this.
    static final int MAX_LENGTH = 200_000;

    private JsonBodies() {}

    /// @param responses those of an HTTP route
    static List<Problem> problems(Environment environment, Collection<Node> responses) {
        return responses.stream()
                .filter(response -> isFixed(response)
                        && isJson(environment, response)
                        && JsJson.parse(response.get(Schema.RESPONSE_BODY)).isEmpty())
                .map(response -> new Problem(
                        Severity.WARNING,
                        "",
                        Optional.of(response.id()),
                        Schema.RESPONSE_BODY.key(),
                        "The Content-Type says JSON, and this is none. It is sent as it stands."))
                .toList();
    }

    private static boolean isFixed(Node response) {
        String body = response.get(Schema.RESPONSE_BODY);
        return response.get(Schema.RESPONSE_BODY_TYPE) == BodyKind.INLINE
                && !body.isBlank()
                && body.length() <= MAX_LENGTH
                && (!body.contains("{{") || response.get(Schema.RESPONSE_TEMPLATING_OFF));
    }

    /// What the response says of its type counts, else what the environment says.
    private static boolean isJson(Environment environment, Node response) {
        return type(environment, response)
                .or(() -> type(environment, environment.root()))
                .map(value -> value.split(";", 2)[0].strip().toLowerCase(Locale.ROOT))
                .filter(type -> type.equals("application/json") || type.endsWith("+json"))
                .isPresent();
    }

    private static Optional<String> type(Environment environment, Node owner) {
        return environment.children(owner.id(), Slot.HEADERS).stream()
                .filter(header -> header.get(Schema.HEADER_KEY).equalsIgnoreCase("Content-Type")
                        && !header.get(Schema.HEADER_VALUE).isEmpty())
                .map(header -> header.get(Schema.HEADER_VALUE))
                .reduce((before, last) -> last);
    }
}
