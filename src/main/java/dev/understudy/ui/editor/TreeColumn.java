package dev.understudy.ui.editor;

import com.vaadin.flow.data.renderer.LitRenderer;
import dev.understudy.environment.NodeId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/// How a row of the tree is drawn: by one template in the browser, without a component for each row.
final class TreeColumn {

    private static final String ROW = """
            <vaadin-grid-tree-toggle .leaf=${!item.folder} .level=${model.level} .expanded=${live(model.expanded)}
                @click=${(event) => {
                  if (!item.folder) return;
                  if (event.composedPath()[0].getAttribute?.('part') === 'toggle') event.stopPropagation();
                  toggle();
                }}>
              <span class="tree-row" ?data-off=${item.dimmed}>
                ${item.folder
                  ? html`<span class="fold cut">${item.text}</span>`
                  : html`<span class="method" data-method=${item.method}>${item.badge}</span><span class="path cut" title=${item.text}><bdi>${item.text}</bdi></span>`}
                <span class="marks">
                  ${item.people.map((person) => html`<i class="dot" title=${person.name} style="--person:${person.colour}"></i>`)}
                  ${item.broken ? html`<i class="broken" title="Does not work: see the problems below">!</i>` : ''}
                  ${item.off ? html`<small>off</small>` : ''}
                  ${item.folder && !model.expanded && item.children ? html`<small>${item.children}</small>` : ''}
                </span>
              </span>
            </vaadin-grid-tree-toggle>""";

    private TreeColumn() {}

    /// @param rows the row of a node, if it is shown
    /// @param toggle opens or closes a folder
    static LitRenderer<NodeId> of(Function<NodeId, Optional<TreeRow>> rows, Consumer<NodeId> toggle) {
        return LitRenderer.<NodeId>of(ROW)
                .withProperty("node", NodeId::value)
                .withProperty(
                        "folder", id -> rows.apply(id).map(TreeRow::folder).orElse(false))
                .withProperty(
                        "method", id -> rows.apply(id).map(TreeRow::method).orElse(""))
                .withProperty(
                        "badge", id -> rows.apply(id).map(TreeColumn::badge).orElse(""))
                .withProperty("text", id -> rows.apply(id).map(TreeRow::text).orElse(""))
                .withProperty(
                        "children", id -> rows.apply(id).map(TreeRow::children).orElse(0))
                .withProperty("off", id -> rows.apply(id).map(TreeRow::off).orElse(false))
                .withProperty(
                        "dimmed", id -> rows.apply(id).map(TreeRow::dimmed).orElse(false))
                .withProperty(
                        "broken", id -> rows.apply(id).map(TreeRow::broken).orElse(false))
                .withProperty(
                        "people", id -> rows.apply(id).map(TreeRow::people).orElse(List.of()))
                .withFunction("toggle", toggle::accept);
    }

    private static String badge(TreeRow row) {
        return switch (row.method()) {
            case "delete" -> "DEL";
            case "options" -> "OPT";
            case "all", "" -> "ANY";
            default -> row.method().toUpperCase(Locale.ROOT);
        };
    }
}
