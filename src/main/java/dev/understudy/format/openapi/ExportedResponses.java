package dev.understudy.format.openapi;

import dev.understudy.environment.BodyKind;
import dev.understudy.environment.Environment;
import dev.understudy.environment.Node;
import dev.understudy.environment.Schema;
import dev.understudy.environment.Slot;
import dev.understudy.js.JsJson;
import dev.understudy.js.JsObject;
import dev.understudy.js.JsValue;
import java.util.Collection;
import java.util.Optional;
import java.util.function.LongConsumer;

/// Describes responses: what they are for, their headers with those of the environment, and as an example their body if
/// it is JSON that stands in the environment itself.
final class ExportedResponses {

    static final JsObject TEXT =
            JsObject.builder().set("type", new JsValue.Text("string")).build();

    private static final String CONTENT_TYPE = "Content-Type";
    private static final String ANY_TYPE = "*/*";

    private final Environment environment;
    private final LongConsumer effort;
    private final Collection<Node> common;

    ExportedResponses(Environment environment, LongConsumer effort) {
        this.effort = effort;
        this.environment = environment;
        this.common = environment.children(environment.root().id(), Slot.HEADERS);
    }

    JsObject of(Node response) {
        Collection<Node> own = environment.children(response.id(), Slot.HEADERS);
        String type = contentType(own).or(() -> contentType(common)).orElse(ANY_TYPE);
        JsObject example = JsObject.builder().set("example", example(response)).build();
        effort.accept(1L + common.size() + own.size());
        JsObject.Builder headers = JsObject.builder();
        common.forEach(header -> add(header, headers));
        own.forEach(header -> add(header, headers));
        return JsObject.builder()
                .set("description", new JsValue.Text(response.get(Schema.RESPONSE_LABEL)))
                .set("content", JsObject.builder().set(type, example).build())
                .set("headers", headers.build())
                .build();
    }

    private JsValue example(Node response) {
        String body = response.get(Schema.RESPONSE_BODY);
        boolean told = response.get(Schema.RESPONSE_BODY_TYPE) == BodyKind.INLINE
                && JsJson.parse(body, JsJson.MAX_VALUES, effort::accept).isPresent();
        return told ? new JsValue.Text(body) : JsObject.EMPTY;
    }

    private static Optional<String> contentType(Collection<Node> headers) {
        return headers.stream()
                .filter(ExportedResponses::isContentType)
                .map(header -> header.get(Schema.HEADER_VALUE))
                .filter(value -> !value.isEmpty())
                .findFirst();
    }

    private static boolean isContentType(Node header) {
        return header.get(Schema.HEADER_KEY).equalsIgnoreCase(CONTENT_TYPE);
    }

    private static void add(Node header, JsObject.Builder headers) {
        String key = header.get(Schema.HEADER_KEY);
        if (!key.isEmpty() && !isContentType(header)) {
            headers.set(
                    key,
                    JsObject.builder()
                            .set("schema", TEXT)
                            .set("example", new JsValue.Text(header.get(Schema.HEADER_VALUE)))
                            .build());
        }
    }
}
