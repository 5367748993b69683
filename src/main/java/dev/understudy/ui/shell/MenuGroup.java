package dev.understudy.ui.shell;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.menu.MenuConfiguration;
import com.vaadin.flow.server.menu.MenuEntry;
import java.util.Arrays;
import java.util.List;

/// Where the link to a view stands. A view has a link if it has a `@Menu` annotation and the user may open it; the
/// annotation's order says where: up to 9 in the navigation, from 10 in its part for the team, from 20 in the menu of
/// one's own account.
enum MenuGroup {
    MAIN,
    TEAM,
    YOU;

    private static final int ORDERS_EACH = 10;

    private record Known(List<MenuEntry> entries) {}

    static List<MenuEntry> entries(MenuGroup... groups) {
        return all().stream()
                .filter(entry -> Arrays.asList(groups).contains(of(entry)))
                .toList();
    }

    /// Who may open what is known with a request only. What is pushed to a page has none, and goes by its last one.
    private static List<MenuEntry> all() {
        UI page = UI.getCurrentOrThrow();
        Known last = ComponentUtil.getData(page, Known.class);
        if (VaadinRequest.getCurrent() == null && last != null) {
            return last.entries();
        }
        List<MenuEntry> entries = MenuConfiguration.getMenuEntries();
        ComponentUtil.setData(page, Known.class, new Known(entries));
        return entries;
    }

    private static MenuGroup of(MenuEntry entry) {
        Double order = entry.order();
        int group = order == null ? 0 : (int) (order / ORDERS_EACH);
        return values()[Math.clamp(group, 0, values().length - 1)];
    }
}
