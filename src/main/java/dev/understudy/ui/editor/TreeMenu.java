package dev.understudy.ui.editor;

import com.vaadin.flow.component.UI;
import dev.understudy.environment.Kind;
import dev.understudy.environment.Node;
import dev.understudy.environment.NodeId;
import dev.understudy.ui.editor.session.Actions;
import dev.understudy.ui.editor.session.EditorSession;
import dev.understudy.ui.editor.session.NodeNames;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// What can be done with a folder or a route, as the entries of a menu.
final class TreeMenu {

    private final EditorSession session;
    private final Actions actions;
    private final Consumer<NodeId> made;
    private final Curl curl;
    private final Consumer<NodeId> activity;

    /// @param made is told of a node that was made, to show it
    /// @param activity shows what happened to a node
    TreeMenu(EditorSession session, Actions actions, Consumer<NodeId> made, Curl curl, Consumer<NodeId> activity) {
        this.session = session;
        this.actions = actions;
        this.made = made;
        this.curl = curl;
        this.activity = activity;
    }

    /// Fills in what can be done with a node, and tells whether there is anything.
    ///
    /// @param menu takes an entry: its words and what it does
    boolean fill(BiConsumer<String, Runnable> menu, NodeId id) {
        Optional<Node> node = session.find(id);
        if (node.isEmpty()) {
            return false;
        }
        boolean folder = node.get().kind() == Kind.FOLDER;
        if (session.standing().peek().mayEdit()) {
            fillEdits(menu, node.get(), folder);
        }
        menu.accept("Activity", () -> activity.accept(id));
        menu.accept("Copy link", () -> copyLink(id));
        if (!folder) {
            menu.accept("Copy as curl", () -> curl.of(id).ifPresent(TreeMenu::copy));
        }
        if (session.standing().peek().mayEdit()) {
            menu.accept("Delete", () -> actions.remove(id));
        }
        return true;
    }

    /// Fills in what can be added.
    ///
    /// @param parent the folder or environment that it is added to
    void fillAdding(BiConsumer<String, Runnable> menu, Supplier<NodeId> parent) {
        menu.accept("HTTP route", () -> actions.addRoute(parent.get(), made));
        menu.accept("CRUD route", () -> actions.addCrudRoute(parent.get(), made));
        menu.accept("WebSocket", () -> actions.addSocketRoute(parent.get(), made));
        menu.accept("Folder", () -> actions.addFolder(parent.get(), made));
    }

    /// Fills in what can be done with a data bucket or a callback.
    void fillElement(BiConsumer<String, Runnable> menu, NodeId id) {
        if (session.standing().peek().mayEdit()) {
            menu.accept("Rename", () -> made.accept(id));
            menu.accept("Duplicate", () -> actions.duplicate(id, made));
            menu.accept("Move up", () -> actions.shift(id, true));
            menu.accept("Move down", () -> actions.shift(id, false));
        }
        menu.accept("Activity", () -> activity.accept(id));
        menu.accept("Copy link", () -> copyLink(id));
        if (session.standing().peek().mayEdit()) {
            menu.accept("Delete", () -> actions.remove(id));
        }
    }

    private void fillEdits(BiConsumer<String, Runnable> menu, Node node, boolean folder) {
        NodeId id = node.id();
        if (folder) {
            menu.accept("Add HTTP route", () -> actions.addRoute(id, made));
            menu.accept("Add CRUD route", () -> actions.addCrudRoute(id, made));
            menu.accept("Add WebSocket", () -> actions.addSocketRoute(id, made));
            menu.accept("Add folder", () -> actions.addFolder(id, made));
            menu.accept("Rename", () -> made.accept(id));
        }
        menu.accept("Duplicate", () -> actions.duplicate(id, made));
        boolean enabled = NodeNames.enabled(node);
        menu.accept(enabled ? "Switch off" : "Switch on", () -> actions.setEnabled(id, !enabled));
        menu.accept("Move up", () -> actions.shift(id, true));
        menu.accept("Move down", () -> actions.shift(id, false));
    }

    private void copyLink(NodeId id) {
        UI.getCurrentOrThrow()
                .getPage()
                .executeJs("return new URL($0, document.baseURI).href", EditorLinks.to(session.environment(), id))
                .then(String.class, TreeMenu::copy);
    }

    private static void copy(String text) {
        Clipboard.put(UI.getCurrentOrThrow(), text);
    }
}
