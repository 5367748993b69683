package dev.understudy.ui.editor;

import com.vaadin.flow.component.JsonSerializable;
import com.vaadin.flow.data.renderer.LitRenderer;
import dev.understudy.environment.NodeId;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// How a row of the tree is drawn: by one template in the browser, without a component for each row.
final class TreeColumn {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private static final String ROW = """
            <vaadin-grid-tree-toggle .leaf=${!item.row.folder} .level=${model.level} .expanded=${live(model.expanded)}
                @click=${(event) => {
                  if (!item.row.folder) return;
                  if (event.composedPath()[0].getAttribute?.('part') === 'toggle') event.stopPropagation();
                  toggle();
                }}>
              <span class="tree-row" data-node=${item.row.node} ?data-off=${item.row.dimmed}>
                ${item.row.folder
                  ? html`<span class="fold cut">${item.row.text}</span>`
                  : html`<span class="method" data-method=${item.row.method}>${item.row.badge ?? item.row.method?.toUpperCase()}</span><span class="path cut" title=${item.row.text}><bdi>${item.row.text}</bdi></span>`}
                <span class="marks">
                  ${item.row.people?.map((person) => html`<i class="dot" title=${person.name} style="--person:${person.colour}"></i>`)}
                  ${item.row.fresh ? html`<i class="fresh" title="Changed while you were away">new</i>` : ''}
                  ${item.row.broken ? html`<i class="broken" title="Does not work: see the problems below">!</i>` : ''}
                  ${item.row.off ? html`<small>off</small>` : ''}
                  ${item.row.folder && !model.expanded && item.row.children ? html`<small>${item.row.children}</small>` : ''}
                </span>
              </span>
            </vaadin-grid-tree-toggle>""";

    /// Goes to the browser as it is.
    private record Sent(ObjectNode toJson) implements JsonSerializable {

        private static final long serialVersionUID = 1;

        @Override
        public JsonSerializable readJson(JsonNode json) {
            throw new UnsupportedOperationException("Rows go to the browser and never come back.");
        }
    }

    private TreeColumn() {}

    /// @param rows the row of a node, if it is shown
    /// @param toggle opens or closes a folder
    static LitRenderer<NodeId> of(Function<NodeId, Optional<TreeRow>> rows, Consumer<NodeId> toggle) {
        return LitRenderer.<NodeId>of(ROW)
                .withProperty(
                        "row",
                        id -> new Sent(rows.apply(id).map(TreeColumn::json).orElseGet(JSON::objectNode)))
                .withFunction("toggle", toggle::accept);
    }

    /// What the template shows. There is one for each row in view, so it has nothing of what is not so.
    private static ObjectNode json(TreeRow row) {
        ObjectNode json = JSON.objectNode().put("node", row.id().value()).put("text", row.text());
        if (row.folder()) {
            json.put("folder", true).put("children", row.children());
        } else {
            json.put("method", row.method());
            badge(row).ifPresent(badge -> json.put("badge", badge));
        }
        Map.of("off", row.off(), "dimmed", row.dimmed(), "broken", row.broken(), "fresh", row.fresh())
                .forEach((name, isSo) -> {
                    if (isSo) {
                        json.put(name, true);
                    }
                });
        for (TreeDot person : row.people()) {
            json.withArray("people").addObject().put("name", person.name()).put("colour", person.colour());
        }
        return json;
    }

    /// What stands for a method where it is not its name.
    private static Optional<String> badge(TreeRow row) {
        return switch (row.method()) {
            case "delete" -> Optional.of("DEL");
            case "options" -> Optional.of("OPT");
            case "all", "" -> Optional.of("ANY");
            default -> Optional.empty();
        };
    }
}
