package dev.understudy.ui.kit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;

/// A table of a few rows that are all shown at once. On a phone each row becomes a card, whose cells carry the title
/// of their column.
public final class Rows extends NativeTable {

    private final String[] titles;
    private final NativeTableBody body;

    /// A table without rows.
    /// @param titles of the columns; an empty one is for buttons
    public Rows(String... titles) {
        this.titles = titles;
        addClassName("rows");
        NativeTableRow head = getHead().addRow();
        for (String title : titles) {
            NativeTableHeaderCell cell = head.addHeaderCell();
            cell.setText(title);
            cell.getElement().setAttribute("scope", "col");
        }
        body = getBody();
    }

    public void clear() {
        body.removeAll();
    }

    public void row(Component... cells) {
        NativeTableRow row = body.addRow();
        for (int column = 0; column < cells.length; column++) {
            Div content = new Div(cells[column]);
            content.addClassName("cell");
            var cell = row.addDataCell();
            cell.getElement().setAttribute("data-title", titles[column]);
            cell.add(content);
        }
    }

    /// A first line in bold with a second, quiet one below it.
    public static Component twoLines(String first, String second) {
        Span name = new Span(first);
        name.addClassName("name");
        Span more = new Span(second);
        more.addClassNames("small", "muted");
        Div lines = new Div(name, more);
        lines.addClassName("two-lines");
        return lines;
    }
}
