package dev.understudy.ui.home;

import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import dev.understudy.environment.EnvironmentId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// The environments, a row each. A row stays the same component as long as its environment is listed, so that an
/// update changes what changed and leaves an open menu, the focus and the scroll position alone.
final class EnvironmentTable extends NativeTable {

    private final Supplier<EnvironmentRow> newRow;
    private final NativeTableBody body;
    private final Map<EnvironmentId, EnvironmentRow> rows = new HashMap<>();
    private List<EnvironmentId> order = List.of();

    EnvironmentTable(Supplier<EnvironmentRow> newRow) {
        this.newRow = newRow;
        addClassName("environments");
        var header = getHead().addRow();
        for (String title : List.of("Name", "Mock", "Here now", "Last change", "")) {
            NativeTableHeaderCell cell = header.addHeaderCell();
            cell.setText(title);
            cell.getElement().setAttribute("scope", "col");
        }
        body = getBody();
    }

    void show(List<EnvironmentLine> lines) {
        List<EnvironmentId> ids =
                lines.stream().map(line -> line.summary().id()).toList();
        rows.keySet().removeIf(id -> !ids.contains(id));
        for (EnvironmentLine line : lines) {
            rows.computeIfAbsent(line.summary().id(), _ -> newRow.get()).show(line);
        }
        if (!ids.equals(order)) {
            order = ids;
            arrange(ids.stream().map(rows::get).toList());
        }
    }

    void refreshTimes() {
        rows.values().forEach(EnvironmentRow::refreshTime);
    }

    /// Moves as few rows as an insertion or a removal needs.
    private void arrange(List<EnvironmentRow> wanted) {
        new ArrayList<>(body.getChildren().toList())
                .stream().filter(row -> !wanted.contains(row)).forEach(body::remove);
        for (int index = 0; index < wanted.size(); index++) {
            EnvironmentRow row = wanted.get(index);
            if (body.getElement().indexOfChild(row.getElement()) != index) {
                body.getElement().insertChild(index, row.getElement());
            }
        }
    }
}
