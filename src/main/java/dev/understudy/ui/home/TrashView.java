package dev.understudy.ui.home;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import dev.understudy.collab.EnvironmentSummary;
import dev.understudy.collab.Environments;
import dev.understudy.team.Action;
import dev.understudy.team.TeamAccess;
import dev.understudy.ui.kit.Coalesced;
import dev.understudy.ui.kit.Counted;
import dev.understudy.ui.kit.EmptyState;
import dev.understudy.ui.kit.Errand;
import dev.understudy.ui.kit.Live;
import dev.understudy.ui.kit.Notices;
import dev.understudy.ui.kit.RelativeTime;
import dev.understudy.ui.shell.MainLayout;
import dev.understudy.ui.shell.SelectedTeam;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/// What was deleted, when and by whom, and the way back.
@Route(value = "trash", layout = MainLayout.class)
@PageTitle("Trash · Understudy")
@Menu(title = "Trash", order = 1)
@PermitAll
class TrashView extends Div {

    static final String GONE = "It is not in the trash any more: somebody restored it.";

    private static final Duration PAUSE = Duration.ofMillis(300);

    private final HomeServices services;
    private final Clock clock;
    private final NativeTable table = new NativeTable();
    private final NativeTableBody body;
    private final EmptyState empty = new EmptyState(
            "The trash is empty", "Environments that somebody deletes wait here until they are restored.");

    TrashView(SelectedTeam selected, HomeServices services, Environments environments, Clock clock) {
        this.services = services;
        this.clock = clock;
        addClassNames("page", "trash");
        table.addClassName("environments");
        var header = table.getHead().addRow();
        List.of("Name", "Deleted", "").forEach(title -> header.addHeaderCell().setText(title));
        body = table.getBody();
        table.setVisible(false);
        empty.setVisible(false);
        Div bar = new Div(new H1("Trash"));
        bar.addClassName("page-bar");
        add(bar, table, empty);
        selected.find()
                .ifPresent(team -> Live.whileAttached(this, ui -> {
                    Coalesced<List<EnvironmentSummary>> reload = new Coalesced<>(
                            () -> environments.trashed(team), trashed -> show(team, trashed), ui, PAUSE);
                    show(team, environments.trashed(team));
                    return environments.onCatalogueChange(team.team(), reload::request);
                }));
    }

    private void show(TeamAccess team, List<EnvironmentSummary> trashed) {
        body.removeAll();
        trashed.forEach(summary -> body.add(row(team, summary)));
        table.setVisible(!trashed.isEmpty());
        empty.setVisible(trashed.isEmpty());
    }

    private NativeTableRow row(TeamAccess team, EnvironmentSummary summary) {
        Span name = new Span(summary.name());
        name.addClassName("name");
        Span content = new Span(Counted.of(summary.routes(), "route"));
        content.addClassNames("small", "cut");
        Div deleted = new Div();
        summary.trashed().ifPresent(trashed -> {
            Span by = new Span("by " + trashed.byName());
            by.addClassName("small");
            deleted.add(new RelativeTime(clock, trashed.at()), by);
        });
        Button restore = new Button("Restore");
        restore.addClickListener(click ->
                Errand.run(restore, () -> services.restore(team, summary.id()), done -> tell(summary.name(), done)));
        restore.setVisible(team.allows(Action.DELETE));
        NativeTableRow row = new NativeTableRow();
        cell(row, "name-cell", name, content);
        cell(row, "change-cell", deleted);
        cell(row, "menu-cell", restore);
        return row;
    }

    private static void tell(String name, boolean restored) {
        if (restored) {
            Notices.done("“" + name + "” is back.");
        } else {
            Notices.failed(GONE);
        }
    }

    private static void cell(NativeTableRow row, String className, Component... parts) {
        NativeTableCell cell = row.addDataCell();
        cell.addClassName(className);
        cell.add(parts);
    }
}
