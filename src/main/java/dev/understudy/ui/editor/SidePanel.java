package dev.understudy.ui.editor;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.contextmenu.ContextMenu;
import com.vaadin.flow.component.grid.contextmenu.GridContextMenu;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.signals.Signal;
import dev.understudy.environment.Environment;
import dev.understudy.environment.Kind;
import dev.understudy.environment.Node;
import dev.understudy.environment.NodeId;
import dev.understudy.ui.editor.desk.Actions;
import dev.understudy.ui.editor.desk.Desk;
import dev.understudy.ui.editor.desk.Words;
import java.util.Optional;
import java.util.function.Consumer;

/// The left side of the editor: the tree with its filter, adding, and the way to the settings.
final class SidePanel extends Aside {

    private static final int FILTER_PAUSE_MILLIS = 150;

    private static final String SLASH_GOES_HERE = """
            const box = this;
            document.addEventListener('keydown', function slash(pressed) {
              if (!box.isConnected) {
                document.removeEventListener('keydown', slash);
                return;
              }
              const typing = pressed.composedPath()[0].closest?.('input, textarea, [contenteditable]');
              if (pressed.key === '/' && !typing && !pressed.ctrlKey && !pressed.metaKey && !pressed.altKey) {
                pressed.preventDefault();
                box.focus();
              }
            });
            """;

    private final Desk desk;
    private final RouteTree tree;
    private final Anchor routes;
    private final Anchor settings;
    private final Span count = new Span();
    private Optional<NodeId> shown = Optional.empty();

    /// @param made is told of a node that was made or is to be renamed
    SidePanel(Desk desk, Actions actions, Consumer<NodeId> made, Curl curl) {
        this.desk = desk;
        this.tree = new RouteTree(desk);
        this.routes = link("Routes", Links.to(desk.environment()));
        this.settings = link("Settings", Links.to(desk.environment(), root()));
        count.addClassName("n");
        routes.add(count);
        Nav nav = new Nav(routes, settings);
        nav.getElement().setAttribute("aria-label", "Environment");
        add(nav, tools(actions, made), tree);
        tree.onChosen(this::go);
        TreeKeys.listen(tree.grid(), desk, actions, this::go, made);
        TreeMoves.allow(tree.grid(), desk, actions);
        TreeMenu entries = new TreeMenu(desk, actions, made, curl);
        GridContextMenu<NodeId> menu = tree.grid().addContextMenu();
        menu.setDynamicContentHandler(node -> {
            menu.removeAll();
            return node != null && entries.fill((words, action) -> menu.addItem(words, click -> action.run()), node);
        });
        Signal.effect(this, this::project);
    }

    /// Marks what is shown on the right.
    void show(Optional<NodeId> node) {
        shown = node;
        boolean isSettings = node.filter(root()::equals).isPresent();
        mark(settings, isSettings);
        mark(routes, !isSettings);
        Environment environment = desk.now().environment();
        tree.select(node.flatMap(id -> Words.above(environment, id, Kind.ROUTE)
                        .or(() -> environment.find(id).filter(found -> found.kind() == Kind.FOLDER)))
                .map(Node::id));
    }

    RouteTree tree() {
        return tree;
    }

    private Div tools(Actions actions, Consumer<NodeId> made) {
        TextField filter = new TextField();
        filter.setPlaceholder("Filter routes");
        filter.setAriaLabel("Filter routes");
        filter.setClearButtonVisible(true);
        filter.setValueChangeMode(ValueChangeMode.LAZY);
        filter.setValueChangeTimeout(FILTER_PAUSE_MILLIS);
        filter.setTooltipText("/ goes here");
        filter.addAttachListener(attached -> filter.getElement().executeJs(SLASH_GOES_HERE));
        filter.addValueChangeListener(change -> tree.setFilter(change.getValue()));
        Button add = new Button(VaadinIcon.PLUS.create());
        add.addThemeVariants(ButtonVariant.LUMO_ICON, ButtonVariant.LUMO_SMALL);
        add.setAriaLabel("Add");
        ContextMenu menu = new ContextMenu(add);
        menu.setOpenOnClick(true);
        menu.addItem("Route", click -> actions.addRoute(folder()).ifPresent(made));
        menu.addItem("Folder", click -> actions.addFolder(folder()).ifPresent(made));
        Signal.effect(this, () -> add.setVisible(desk.standing().get().mayEdit()));
        Div tools = new Div(filter, add);
        tools.addClassName("filter");
        return tools;
    }

    private void go(NodeId node) {
        UI.getCurrentOrThrow().navigate(Links.to(desk.environment(), node));
    }

    /// Where something new goes: into the folder that is shown or that what is shown is in.
    private NodeId folder() {
        return shown.flatMap(node -> Words.above(desk.now().environment(), node, Kind.FOLDER))
                .map(Node::id)
                .orElse(root());
    }

    private void project() {
        long total = desk.document().get().environment().nodes().stream()
                .filter(node -> node.kind() == Kind.ROUTE)
                .count();
        count.setText("%,d".formatted(total));
    }

    private NodeId root() {
        return desk.now().environment().root().id();
    }

    private static Anchor link(String text, String href) {
        Anchor link = new Anchor(href, text);
        link.getElement().setAttribute("router-link", true);
        return link;
    }

    private static void mark(Anchor link, boolean on) {
        link.getElement().getClassList().set("on", on);
        if (on) {
            link.getElement().setAttribute("aria-current", "page");
        } else {
            link.getElement().removeAttribute("aria-current");
        }
    }
}
