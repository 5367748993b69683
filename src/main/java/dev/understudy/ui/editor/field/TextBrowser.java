package dev.understudy.ui.editor.field;

import com.vaadin.flow.component.Component;
import dev.understudy.environment.EnvironmentId;
import dev.understudy.environment.Field;
import dev.understudy.environment.NodeId;
import dev.understudy.ui.editor.session.SubmitResult;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What the browser's side of a text is told and tells. All of it names the text by its key,
/// `environment/node/field`, as by the time it arrives the component may show another one.
final class TextBrowser {

    private static final String DETAIL = "event.detail";

    private final Component text;
    private final EnvironmentId environment;
    private final Field<String> field;
    private final Map<String, Consumer<JsonNode>> listeners = new HashMap<>();

    TextBrowser(Component text, EnvironmentId environment, Field<String> field) {
        this.text = text;
        this.environment = environment;
        this.field = field;
        text.getElement().setAttribute("data-field", field.key());
        text.getElement()
                .addEventListener(
                        "text-told", heard -> told(heard.getEventData().path(DETAIL)))
                .addEventData(DETAIL);
    }

    private void told(JsonNode detail) {
        Optional.ofNullable(listeners.get(detail.path("type").asString("")))
                .ifPresent(listener -> listener.accept(detail));
    }

    /// Listens to what it tells.
    ///
    /// @param type as `shared-text.ts` names it
    void hear(String type, Consumer<JsonNode> listener) {
        listeners.put(type, listener);
    }

    /// Listens to what it tells of a node's text.
    void hearOfNode(String type, BiConsumer<NodeId, JsonNode> listener) {
        hear(type, detail -> nodeOf(detail).ifPresent(node -> listener.accept(node, detail)));
    }

    /// Listens to a text that it could not keep.
    void hearText(String type, Consumer<String> listener) {
        hear(type, detail -> listener.accept(detail.path("text").asString("")));
    }

    /// What it needs to begin with a text.
    ObjectNode opened(NodeId node, long revision, String now, boolean readonly) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("key", key(node))
                .put("revision", revision)
                .put("text", now)
                .put("readonly", readonly);
    }

    /// Goes on with another text.
    void open(ObjectNode opened) {
        call("open", opened);
    }

    /// Starts anew with what the document has.
    ///
    /// @param merge whether what is not saved may be put on top
    void resync(ObjectNode opened, boolean merge) {
        call("resync", opened, merge);
    }

    /// Takes in what was committed, see [TextNews].
    void receive(NodeId node, ObjectNode news) {
        call("receive", key(node), JsonNodeFactory.instance.arrayNode().add(news));
    }

    /// Takes in all that was committed since it was lost.
    void since(NodeId node, List<ObjectNode> news) {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        news.forEach(all::add);
        call("since", key(node), all);
    }

    /// Starts anew, since it was lost for too long.
    void restart(NodeId node, long revision, String now) {
        call("restart", key(node), revision, now);
    }

    /// Learns what became of a push: whether it is in, is to be made anew, or stays as it is beside the document.
    ///
    /// @param gone whether what the text belongs to is not there any more
    /// @return what to tell the person; an empty text takes back what was told before
    Optional<String> answer(NodeId node, long seq, SubmitResult answer, boolean gone) {
        return switch (answer) {
            case SubmitResult.Done _ -> Optional.of("");
            case SubmitResult.Nothing _
            when gone -> {
                call("reject", key(node), seq);
                yield Optional.of("Not saved: what this text belonged to was removed.");
            }
            case SubmitResult.Nothing _ -> {
                call("settle", key(node), seq);
                yield Optional.of("");
            }
            case SubmitResult.Refused(String reason) -> {
                call("reject", key(node), seq);
                yield Optional.of("Not saved. " + reason);
            }
            case SubmitResult.Stale _ -> {
                call("refuse", key(node), seq);
                yield Optional.empty();
            }
            case SubmitResult.Astray _ -> Optional.empty();
        };
    }

    private String key(NodeId node) {
        return environment + "/" + node + "/" + field.key();
    }

    private Optional<NodeId> nodeOf(JsonNode detail) {
        String[] parts = detail.path("key").asString("").split("/", -1);
        return parts.length == 3
                ? NodeId.parse(parts[1]).filter(node -> key(node).equals(String.join("/", parts)))
                : Optional.empty();
    }

    private void call(String function, Object... arguments) {
        text.getElement().callJsFunction(function, arguments);
    }
}
