package dev.understudy.ui.editor;

import com.vaadin.flow.component.treegrid.TreeGrid;
import com.vaadin.flow.dom.DomEvent;
import dev.understudy.environment.NodeId;
import dev.understudy.ui.editor.session.Actions;
import dev.understudy.ui.editor.session.EditorSession;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/// What keys do in the tree beside the arrows, which the grid itself sees to: Enter opens, F2 renames, Delete deletes,
/// Ctrl+D duplicates. They act on the row that has the focus on the screen.
final class TreeKeys {

    private static final String WANTED =
            "!event.altKey && ((event.ctrlKey || event.metaKey) ? event.key === 'd' : ['Enter', 'F2', 'Delete'].includes(event.key))";
    private static final String KEY = "event.key";
    private static final String ROW = "element.nodeAt(event)";
    private static final String TAKEN = "event.preventDefault()";

    /// Which node a row shows. While the rows are read anew a row shows none: then it is the one that it showed when
    /// somebody went to it, so that no key is lost.
    private static final String NODES = """
            const shown = (row) => Object.entries(row?._item ?? {}).find(([name]) => name.endsWith('_row'))?.[1].node;
            let last = {};
            this.nodeAt = (event) => {
              const row = event.composedPath().find((part) => part.localName === 'tr');
              const node = shown(row);
              if (node) last = { row, node };
              return node ?? (row && row === last.row ? last.node : '');
            };
            for (const type of ['mousedown', 'focusin']) this.addEventListener(type, this.nodeAt, true);""";

    private final EditorSession session;
    private final Actions actions;
    private final Consumer<NodeId> open;
    private final Consumer<NodeId> edit;

    private TreeKeys(EditorSession session, Actions actions, Consumer<NodeId> open, Consumer<NodeId> edit) {
        this.session = session;
        this.actions = actions;
        this.open = open;
        this.edit = edit;
    }

    /// @param open shows a node
    /// @param edit shows a node with the caret in its first field
    static void listen(
            TreeGrid<NodeId> grid,
            EditorSession session,
            Actions actions,
            Consumer<NodeId> open,
            Consumer<NodeId> edit) {
        TreeKeys keys = new TreeKeys(session, actions, open, edit);
        grid.getElement().executeJs(NODES);
        grid.getElement()
                .addEventListener("keydown", keys::pressed)
                .setFilter(WANTED)
                .addEventData(KEY)
                .addEventData(ROW)
                .addEventData(TAKEN);
    }

    private void pressed(DomEvent event) {
        JsonNode data = event.getEventData();
        NodeId.parse(data.path(ROW).asString(""))
                .filter(node -> session.find(node).isPresent())
                .ifPresent(node -> press(data.path(KEY).asString(""), node));
    }

    void press(String key, NodeId node) {
        boolean mayEdit = session.standing().peek().mayEdit();
        switch (key) {
            case "Enter" -> open.accept(node);
            case "F2" -> edit.accept(node);
            case "Delete" -> {
                if (mayEdit) {
                    actions.remove(node);
                }
            }
            case "d" -> {
                if (mayEdit) {
                    actions.duplicate(node, edit);
                }
            }
            default -> {}
        }
    }
}
