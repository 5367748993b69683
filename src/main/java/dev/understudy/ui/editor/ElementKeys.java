package dev.understudy.ui.editor;

import com.vaadin.flow.component.html.Div;
import dev.understudy.environment.NodeId;
import dev.understudy.ui.editor.session.Actions;
import dev.understudy.ui.editor.session.EditorSession;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/// What the keys do in a list of links: the arrows go up and down, F2 edits the name, Delete deletes, Ctrl+D
/// duplicates, Alt with an arrow moves. Enter is the browser's.
final class ElementKeys {

    private static final String WANTED = "['F2', 'Delete'].includes(event.key)"
            + " || (event.key === 'd' && (event.ctrlKey || event.metaKey))"
            + " || (event.key.startsWith('Arrow') && event.altKey)";
    private static final String KEY = "event.key";
    private static final String ROW = "event.target.closest('[data-node]')?.dataset.node ?? ''";
    private static final String TAKEN = "event.preventDefault()";

    private static final String ARROWS = """
            this.addEventListener('keydown', (event) => {
              const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
              if (!step || event.altKey) return;
              const rows = [...this.querySelectorAll('[data-node]')];
              rows[rows.indexOf(event.target.closest('[data-node]')) + step]?.focus();
              event.preventDefault();
            });
            """;

    private ElementKeys() {}

    /// @param edit shows a node with the caret in its first field
    static void listen(Div list, EditorSession session, Actions actions, Consumer<NodeId> edit) {
        list.addAttachListener(attached -> list.getElement().executeJs(ARROWS));
        list.getElement()
                .addEventListener("keydown", event -> {
                    JsonNode data = event.getEventData();
                    NodeId.parse(data.path(ROW).asString(""))
                            .filter(node -> session.find(node).isPresent())
                            .ifPresent(node ->
                                    press(session, actions, edit, data.path(KEY).asString(""), node));
                })
                .setFilter(WANTED)
                .addEventData(KEY)
                .addEventData(ROW)
                .addEventData(TAKEN);
    }

    private static void press(EditorSession session, Actions actions, Consumer<NodeId> edit, String key, NodeId node) {
        if (key.equals("F2")) {
            edit.accept(node);
        } else if (session.standing().peek().mayEdit()) {
            switch (key) {
                case "Delete" -> actions.remove(node);
                case "d" -> actions.duplicate(node, edit);
                case "ArrowUp" -> actions.shift(node, true);
                case "ArrowDown" -> actions.shift(node, false);
                default -> {}
            }
        }
    }
}
