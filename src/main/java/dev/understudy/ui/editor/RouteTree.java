package dev.understudy.ui.editor;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridSingleSelectionModel;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.treegrid.TreeGrid;
import com.vaadin.flow.signals.Signal;
import com.vaadin.flow.signals.local.ValueSignal;
import dev.understudy.environment.Environment;
import dev.understudy.environment.Kind;
import dev.understudy.environment.Node;
import dev.understudy.environment.NodeId;
import dev.understudy.environment.Slot;
import dev.understudy.ui.editor.session.EditorSession;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// The tree of folders and routes. It shows what the document has; when something changes, only the rows that look
/// different are sent again, and only a changed order or filter lets the visible part be read anew. What is open,
/// scrolled to and selected stays.
final class RouteTree extends Div {

    /// Small environments start with all folders open.
    static final int OPEN_ALL_UP_TO = 80;

    /// As many rows are sent at a time as a screen has.
    private static final int PAGE_ROWS = 30;

    /// With the first row that differs and how many there are more than before.
    private static final String KEEP_IN_VIEW = """
            if (this._firstVisibleIndex > $0) {
              const row = this.shadowRoot.querySelector('#items > tr')?.offsetHeight ?? 30;
              this.$.table.scrollTop += $1 * row;
            }""";

    private final EditorSession session;
    private final TreeGrid<NodeId> grid = new TreeGrid<>();
    private final Span nothing = new Span("No route matches.");
    private final Set<NodeId> open = new HashSet<>();
    private final ValueSignal<String> filter = new ValueSignal<>("");
    private final TreeData data;
    private Map<NodeId, TreeRow> rows = new LinkedHashMap<>();
    private Consumer<NodeId> chosen = node -> {};
    private final TreeFlash flash = new TreeFlash();

    RouteTree(EditorSession session) {
        this.session = session;
        this.data = new TreeData(this::environment, () -> rows);
        addClassName("route-tree");
        nothing.addClassName("muted");
        grid.addColumn(TreeColumn.of(this::row, this::toggle));
        grid.addThemeVariants(GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_NO_ROW_BORDERS, GridVariant.LUMO_COMPACT);
        grid.setPageSize(PAGE_ROWS);
        grid.setSelectionMode(Grid.SelectionMode.SINGLE);
        ((GridSingleSelectionModel<NodeId>) grid.getSelectionModel()).setDeselectAllowed(false);
        grid.getElement().setAttribute("aria-label", "Folders and routes");
        grid.addSelectionListener(event -> {
            if (event.isFromClient()) {
                event.getFirstSelectedItem().ifPresent(chosen);
            }
        });
        grid.addExpandListener(event -> opened(event.getItems(), true));
        grid.addCollapseListener(event -> opened(event.getItems(), false));
        openSmall();
        rows = rows();
        grid.setDataProvider(data);
        grid.expand(open);
        add(grid, nothing);
        Signal.effect(this, this::project);
    }

    /// Is told which row somebody chose.
    void onChosen(Consumer<NodeId> listener) {
        chosen = listener;
    }

    TreeGrid<NodeId> grid() {
        return grid;
    }

    /// Shows only what contains the text, and opens the folders around it.
    void setFilter(String text) {
        filter.set(text.strip());
    }

    /// Marks the row of a folder or route, opens the folders around it and scrolls to it if it was not marked before.
    void select(Optional<NodeId> node) {
        NodeId wanted = node.filter(environment()::contains).orElse(null);
        if (Objects.equals(wanted, grid.asSingleSelect().getValue())) {
            return;
        }
        if (wanted == null) {
            grid.deselectAll();
            return;
        }
        boolean visible = rows.containsKey(wanted);
        reveal(wanted);
        grid.select(wanted);
        if (!visible) {
            grid.scrollToItem(wanted);
        }
    }

    /// Lets the rows of routes that have just answered light up.
    void flash(Collection<NodeId> routes) {
        flash.light(grid, TreeFlash.rows(environment(), rows::containsKey, routes));
    }

    /// What it shows, from top to bottom.
    List<TreeRow> shown() {
        return List.copyOf(rows.values());
    }

    private void reveal(NodeId node) {
        List<NodeId> around = new ArrayList<>();
        for (NodeId at = data.getParent(node); at != null; at = data.getParent(at)) {
            around.add(at);
        }
        if (!open.containsAll(around)) {
            grid.expand(around.reversed());
        }
    }

    private void toggle(NodeId folder) {
        if (grid.isExpanded(folder)) {
            grid.collapse(folder);
        } else {
            grid.expand(folder);
        }
    }

    private void opened(Iterable<NodeId> folders, boolean now) {
        folders.forEach(now ? open::add : open::remove);
        rows = rows();
    }

    private void openSmall() {
        List<NodeId> folders = new ArrayList<>();
        int size = 0;
        for (Node node : environment().nodes()) {
            size += node.slot() == Slot.CHILDREN ? 1 : 0;
            if (node.kind() == Kind.FOLDER) {
                folders.add(node.id());
            }
        }
        if (size <= OPEN_ALL_UP_TO) {
            open.addAll(folders);
        }
    }

    private void project() {
        session.parts().tree();
        session.people().others();
        session.mock().troubles().get();
        session.news().forms().get();
        openMatches(filter.get());
        Map<NodeId, TreeRow> before = rows;
        rows = rows();
        nothing.setVisible(rows.isEmpty() && !filter.peek().isEmpty());
        if (!List.copyOf(before.keySet()).equals(List.copyOf(rows.keySet()))) {
            keepInView(List.copyOf(before.keySet()), List.copyOf(rows.keySet()));
            data.refreshAll();
            return;
        }
        rows.forEach((id, row) -> {
            if (!row.equals(before.get(id))) {
                data.refreshItem(id);
            }
        });
    }

    /// What somebody else adds or removes above the visible part must not move it.
    private void keepInView(List<NodeId> before, List<NodeId> after) {
        int same = 0;
        while (same < before.size() && same < after.size() && before.get(same).equals(after.get(same))) {
            same++;
        }
        int more = after.size() - before.size();
        if (more != 0) {
            grid.getElement().executeJs(KEEP_IN_VIEW, same, more);
        }
    }

    private void openMatches(String text) {
        if (text.isEmpty()) {
            return;
        }
        List<NodeId> closed = TreeRows.matching(environment(), text).stream()
                .filter(id -> environment().get(id).kind() == Kind.FOLDER && !open.contains(id))
                .toList();
        if (!closed.isEmpty()) {
            grid.expand(closed);
        }
    }

    private Map<NodeId, TreeRow> rows() {
        String text = filter.peek();
        Optional<Set<NodeId>> matching =
                text.isEmpty() ? Optional.empty() : Optional.of(TreeRows.matching(environment(), text));
        return TreeRows.of(
                environment(),
                open,
                matching,
                session.people().othersNow(),
                session.mock().troubles().peek().broken(),
                session.news().forms().peek());
    }

    private Optional<TreeRow> row(NodeId id) {
        return Optional.ofNullable(rows.get(id));
    }

    private Environment environment() {
        return session.now().environment();
    }
}
