package dev.understudy.ui.editor;

import com.vaadin.flow.component.treegrid.TreeGrid;
import com.vaadin.flow.dom.DomEvent;
import dev.understudy.environment.NodeId;
import dev.understudy.ui.editor.desk.Actions;
import dev.understudy.ui.editor.desk.Desk;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/// What keys do in the tree beside the arrows, which the grid itself sees to: Enter opens, F2 renames, Delete deletes,
/// Ctrl+D duplicates. They act on the row that has the focus on the screen.
final class TreeKeys {

    private static final String WANTED =
            "!event.altKey && ((event.ctrlKey || event.metaKey) ? event.key === 'd' : ['Enter', 'F2', 'Delete'].includes(event.key))";
    private static final String KEY = "event.key";
    private static final String ROW = "event.composedPath().map(part => part._item?.key).find(key => key) ?? ''";
    private static final String TAKEN = "event.preventDefault()";

    private final TreeGrid<NodeId> grid;
    private final Desk desk;
    private final Actions actions;
    private final Consumer<NodeId> open;
    private final Consumer<NodeId> edit;

    private TreeKeys(TreeGrid<NodeId> grid, Desk desk, Actions actions, Consumer<NodeId> open, Consumer<NodeId> edit) {
        this.grid = grid;
        this.desk = desk;
        this.actions = actions;
        this.open = open;
        this.edit = edit;
    }

    /// @param open shows a node
    /// @param edit shows a node with the caret in its first field
    static void listen(
            TreeGrid<NodeId> grid, Desk desk, Actions actions, Consumer<NodeId> open, Consumer<NodeId> edit) {
        TreeKeys keys = new TreeKeys(grid, desk, actions, open, edit);
        grid.getElement()
                .addEventListener("keydown", keys::pressed)
                .setFilter(WANTED)
                .addEventData(KEY)
                .addEventData(ROW)
                .addEventData(TAKEN);
    }

    private void pressed(DomEvent event) {
        JsonNode data = event.getEventData();
        NodeId node =
                grid.getDataCommunicator().getKeyMapper().get(data.path(ROW).asString(""));
        if (node != null && desk.find(node).isPresent()) {
            press(data.path(KEY).asString(""), node);
        }
    }

    void press(String key, NodeId node) {
        boolean mayEdit = desk.standing().peek().mayEdit();
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
                    actions.duplicate(node).ifPresent(edit);
                }
            }
            default -> {}
        }
    }
}
