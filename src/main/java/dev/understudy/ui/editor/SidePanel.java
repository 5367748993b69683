package dev.understudy.ui.editor;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.contextmenu.ContextMenu;
import com.vaadin.flow.component.grid.contextmenu.GridContextMenu;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.signals.Signal;
import dev.understudy.environment.Environment;
import dev.understudy.environment.Kind;
import dev.understudy.environment.Node;
import dev.understudy.environment.NodeId;
import dev.understudy.environment.Slot;
import dev.understudy.ui.editor.recording.HarDialog;
import dev.understudy.ui.editor.session.Actions;
import dev.understudy.ui.editor.session.EditorSession;
import dev.understudy.ui.editor.session.NodeNames;
import dev.understudy.ui.kit.OnDemand;
import dev.understudy.ui.kit.Sign;
import java.util.Optional;
import java.util.function.Consumer;

/// The left side of the editor: the ways to the parts of the environment, and below them the tree of routes or the
/// list of data buckets or callbacks that what is shown belongs to.
final class SidePanel extends Aside {

    private final EditorSession session;
    private final SideNav nav;
    private final RouteTree tree;
    private final Div routes;
    private final OnDemand<ElementList> data;
    private final OnDemand<ElementList> callbacks;
    private Optional<NodeId> shown = Optional.empty();
    private Section section = Section.ROUTES;

    /// @param made is told of a node that was made or is to be renamed
    /// @param beside opens or closes what stands beside the form
    /// @param activity shows there what happened to a node
    SidePanel(
            EditorSession session,
            Actions actions,
            Consumer<NodeId> made,
            Curl curl,
            Consumer<RightPanel.Part> beside,
            Consumer<NodeId> activity) {
        this.session = session;
        this.nav = new SideNav(session, beside);
        this.tree = new RouteTree(session);
        TreeMenu entries = new TreeMenu(session, actions, made, curl, activity);
        this.routes = new Div(tools(entries), tree);
        this.data = new OnDemand<>(
                () -> new ElementList(session, actions, Slot.BUCKETS, "data", actions::addBucket, entries, made),
                this::add);
        this.callbacks = new OnDemand<>(
                () -> new ElementList(
                        session, actions, Slot.CALLBACKS, "callbacks", actions::addCallback, entries, made),
                this::add);
        routes.addClassName("list");
        add(nav, routes);
        tree.onChosen(this::go);
        TreeKeys.listen(tree.grid(), session, actions, this::go, made);
        TreeMoves.allow(tree.grid(), session, actions);
        GridContextMenu<NodeId> menu = tree.grid().addContextMenu();
        menu.setDynamicContentHandler(node -> {
            menu.removeAll();
            return node != null && entries.fill((words, action) -> menu.addItem(words, click -> action.run()), node);
        });
    }

    /// Marks what is shown on the right, and shows the list that it is of: none for the settings and the files.
    ///
    /// @param wanted the section that was asked for, if no node was
    void show(Optional<NodeId> node, Optional<Section> wanted) {
        shown = node;
        Environment environment = session.now().environment();
        Optional<Node> form = node.flatMap(id -> NodeNames.formOf(environment, id));
        Optional<Section> found = wanted.or(() -> form.flatMap(Section::of));
        boolean settings = form.filter(root -> root.kind() == Kind.ENVIRONMENT && wanted.isEmpty())
                .isPresent();
        section = found.orElse(section);
        nav.mark(settings ? Optional.empty() : Optional.of(section));
        routes.getElement().setAttribute("hidden", settings || section != Section.ROUTES);
        show(data, !settings && section == Section.DATA, form);
        show(callbacks, !settings && section == Section.CALLBACKS, form);
        tree.select(form.filter(row -> row.slot() == Slot.CHILDREN).map(Node::id));
    }

    private static void show(OnDemand<ElementList> list, boolean on, Optional<Node> form) {
        list.madeIf(on).ifPresent(made -> made.show(on, form.map(Node::id)));
    }

    RouteTree tree() {
        return tree;
    }

    private Div tools(TreeMenu entries) {
        FilterBox filter = new FilterBox("Filter routes", text -> tree.setFilter(text));
        Button add = new Button(Sign.PLUS.create());
        add.addThemeVariants(ButtonVariant.LUMO_ICON, ButtonVariant.LUMO_SMALL);
        add.setAriaLabel("Add");
        ContextMenu menu = new ContextMenu(add);
        menu.setOpenOnClick(true);
        entries.fillAdding((words, action) -> menu.addItem(words, click -> action.run()), this::folder);
        menu.addItem("Import HAR…", click -> HarDialog.open(session));
        Signal.effect(this, () -> add.setVisible(session.standing().get().mayEdit()));
        Div tools = new Div(filter, add);
        tools.addClassName("filter");
        return tools;
    }

    private void go(NodeId node) {
        UI.getCurrentOrThrow().navigate(EditorLinks.to(session.environment(), node));
    }

    /// Where something new goes: into the folder that is shown or that what is shown is in.
    private NodeId folder() {
        return shown.flatMap(node -> NodeNames.above(session.now().environment(), node, Kind.FOLDER))
                .map(Node::id)
                .orElse(session.now().environment().root().id());
    }
}
