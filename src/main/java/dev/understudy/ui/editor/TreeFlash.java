package dev.understudy.ui.editor;

import com.vaadin.flow.component.Component;
import dev.understudy.environment.Environment;
import dev.understudy.environment.Node;
import dev.understudy.environment.NodeId;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// Lets rows of the tree light up for a moment where the mock has just answered; a closed folder does for what is in
/// it. The browser does it to the rows that it has: none is sent again for that. Only with the lock of the UI.
final class TreeFlash {

    /// Times in one second; what is answered in between is left out.
    static final int MOST = 4;

    private static final long SECOND_NANOS = 1_000_000_000;

    /// With the ids of the rows.
    private static final String FLASH = """
            for (const id of $0) {
              const row = this.querySelector(`.tree-row[data-node="${CSS.escape(id)}"]`)?.closest('vaadin-grid-cell-content');
              if (row && !row.classList.contains('answered')) {
                row.classList.add('answered');
                setTimeout(() => row.classList.remove('answered'), 1200);
              }
            }""";

    private final long[] times = new long[MOST];
    private int count;

    /// @param grid the tree
    /// @param rows that light up
    void light(Component grid, Set<NodeId> rows) {
        if (!rows.isEmpty() && isDue(System.nanoTime())) {
            ArrayNode ids = JsonNodeFactory.instance.arrayNode();
            rows.forEach(row -> ids.add(row.value()));
            grid.getElement().executeJs(FLASH, ids);
        }
    }

    /// Whether there is room for one more at this moment, which then counts.
    boolean isDue(long nanos) {
        int at = count % MOST;
        if (count >= MOST && nanos - times[at] < SECOND_NANOS) {
            return false;
        }
        times[at] = nanos;
        count++;
        return true;
    }

    /// The rows that stand for some routes: their own, or the first folder around them that is in view. Pure.
    static Set<NodeId> rows(Environment environment, Predicate<NodeId> isShown, Collection<NodeId> routes) {
        Set<NodeId> rows = new LinkedHashSet<>();
        for (NodeId route : routes) {
            Optional<Node> at = environment.find(route);
            while (at.isPresent() && !isShown.test(at.get().id())) {
                at = Optional.ofNullable(at.get().parent()).flatMap(environment::find);
            }
            at.ifPresent(row -> rows.add(row.id()));
        }
        return rows;
    }
}
