package dev.understudy.ui.editor.traffic;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import dev.understudy.traffic.TrafficFilter;

/// The traffic with the whole width, a way back, and its filter in the address of the page. It follows the mock as
/// long
/// as
/// it is in the page. Only with the lock of its UI.
public final class TrafficPage extends Div {

    private static final String ADDRESS =
            "if (location.pathname.endsWith('/traffic')) history.replaceState(history.state, '', location.pathname + $0)";

    private final TrafficPanel panel;

    /// @param editor the address of the editor
    public TrafficPage(TrafficPanel panel, String editor) {
        this.panel = panel;
        addClassName("traffic-page");
        Anchor back = new Anchor(editor, "← Editor");
        back.getElement().setAttribute("router-link", true);
        Div head = new Div(back, new H1("Traffic"));
        head.addClassName("page-head");
        add(head, panel);
        panel.onNarrow(filter -> getElement().executeJs(ADDRESS, TrafficAddress.of(filter)));
    }

    /// The panel with what the address says.
    public TrafficPanel show(TrafficFilter filter) {
        if (!panel.filter().equals(filter)) {
            panel.show(filter);
        }
        return panel;
    }
}
