package dev.understudy.ui.home;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.signals.Signal;
import com.vaadin.flow.signals.local.ValueSignal;
import dev.understudy.team.TeamAccess;
import dev.understudy.ui.kit.EmptyState;
import dev.understudy.ui.kit.Live;
import dev.understudy.ui.shell.MainLayout;
import dev.understudy.ui.shell.SelectedTeam;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/// The team's environments: what each one is, where it answers, who is in it, who changed it last. Stays as it is
/// while others work; what they do shows in its row.
@Route(value = "", layout = MainLayout.class)
@PageTitle("Environments · Understudy")
@Menu(title = "Environments", order = 0)
@PermitAll
class HomeView extends Div {

    private static final Duration BEAT = Duration.ofSeconds(20);

    /// Fewer can be seen at a glance.
    private static final int WORTH_SEARCHING = 6;

    private final ValueSignal<List<EnvironmentLine>> lines = new ValueSignal<>(List.of());
    private final ValueSignal<String> search = new ValueSignal<>("");

    HomeView(SelectedTeam selected, HomeServices services, Imports imports, Clock clock) {
        addClassNames("page", "home");
        selected.find().ifPresentOrElse(team -> build(team, services, imports, clock), this::withoutTeam);
    }

    private void build(TeamAccess team, HomeServices services, Imports imports, Clock clock) {
        EnvironmentActions actions = new EnvironmentActions(team, services);
        ImportZone zone = new ImportZone(imports, team);
        EnvironmentTable table = new EnvironmentTable(() -> new EnvironmentRow(actions, clock));
        Div nothingFound = new Div("No environment has these words in its name, folders or address.");
        nothingFound.addClassName("nothing-found");
        Component empty = actions.mayCreate() ? emptyFor(actions, zone) : emptyForViewer();
        zone.setVisible(actions.mayCreate());
        add(bar(actions, zone), zone.feedback(), empty, table, nothingFound, zone);

        Signal.effect(this, () -> {
            List<EnvironmentLine> all = lines.get();
            String words = search.get();
            List<EnvironmentLine> found =
                    all.stream().filter(line -> line.matches(words)).toList();
            table.show(found);
            table.setVisible(!found.isEmpty());
            empty.setVisible(all.isEmpty());
            nothingFound.setVisible(!all.isEmpty() && found.isEmpty());
        });
        HomeFeed feed = services.feed(team, lines::set);
        Live.whileAttached(this, feed);
        Live.every(BEAT, this, () -> {
            table.refreshTimes();
            feed.look();
        });
    }

    private Component bar(EnvironmentActions actions, ImportZone zone) {
        Span count = new Span();
        count.addClassNames("small", "muted");
        Signal.effect(this, () -> {
            int all = lines.get().size();
            count.setText(all == 0 ? "" : Integer.toString(all));
        });
        Div title = new Div(new H1("Environments"), count);
        title.addClassName("title");
        Span space = new Span();
        space.addClassName("grow");
        Button create = new Button("New environment", click -> actions.create(click.getSource()));
        create.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        create.setVisible(actions.mayCreate());
        Button upload = zone.button("Import");
        upload.setVisible(actions.mayCreate());
        Div bar = new Div(title, space, searchField(), upload, create);
        bar.addClassName("page-bar");
        return bar;
    }

    private TextField searchField() {
        TextField field = new TextField();
        field.setPlaceholder("Search environments");
        field.setAriaLabel("Search environments");
        field.setClearButtonVisible(true);
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.setValueChangeTimeout(150);
        field.addClassName("search");
        field.addValueChangeListener(change -> search.set(change.getValue()));
        Signal.effect(this, () -> {
            List<EnvironmentLine> all = lines.get();
            field.setVisible(all != null
                    && (all.size() >= WORTH_SEARCHING || !search.get().isEmpty()));
        });
        return field;
    }

    private static EmptyState emptyFor(EnvironmentActions actions, ImportZone zone) {
        Button create = new Button("New environment", click -> actions.create(click.getSource()));
        create.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        return new EmptyState(
                "No environments yet",
                "An environment is a mock API that your team edits together, live, and that really answers on its own"
                        + " address. Start an empty one, or import what you have in Mockoon.",
                create,
                zone.button("Import files"));
    }

    private static EmptyState emptyForViewer() {
        return new EmptyState(
                "No environments yet",
                "An environment is a mock API that really answers on its own address. As soon as somebody in your team"
                        + " creates one, it shows here.");
    }

    private void withoutTeam() {
        add(new EmptyState(
                "You are in no team",
                "Environments belong to teams. Ask the owner of yours for an invitation link and open it here."));
    }
}
