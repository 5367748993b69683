package dev.understudy.ui.shell;

import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.router.HighlightConditions;
import com.vaadin.flow.router.RouterLink;
import com.vaadin.flow.server.menu.MenuEntry;
import java.util.List;

/// The links to the views that belong to everybody and to the team.
final class Navigation extends Nav {

    private List<MenuEntry> shown = List.of();

    Navigation() {
        getElement().setAttribute("aria-label", "Main");
        refresh();
    }

    /// Shows what the user may open now: a role may have changed.
    void refresh() {
        List<MenuEntry> entries = MenuGroup.entries(MenuGroup.MAIN, MenuGroup.TEAM);
        if (entries.equals(shown)) {
            return;
        }
        shown = entries;
        removeAll();
        MenuGroup.entries(MenuGroup.MAIN).forEach(entry -> add(link(entry)));
        List<MenuEntry> team = MenuGroup.entries(MenuGroup.TEAM);
        if (!team.isEmpty()) {
            add(new H2("Team"));
            team.forEach(entry -> add(link(entry)));
        }
    }

    private static RouterLink link(MenuEntry entry) {
        RouterLink link = new RouterLink(entry.title(), entry.menuClass());
        link.setHighlightCondition(HighlightConditions.sameLocation());
        return link;
    }
}
