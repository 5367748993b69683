package dev.understudy.ui.home;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessUIContext;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.textfield.TextField;
import dev.understudy.collab.Rooms;
import dev.understudy.edit.Change;
import dev.understudy.edit.Edit;
import dev.understudy.environment.EnvironmentId;
import dev.understudy.environment.Schema;
import dev.understudy.hosting.listener.Listeners;
import dev.understudy.presence.Presence;
import dev.understudy.team.Actor;
import dev.understudy.team.Members;
import dev.understudy.team.Role;
import dev.understudy.team.TeamId;
import dev.understudy.ui.UiFixture;
import dev.understudy.ui.kit.AvatarRow;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class HomeViewIT extends UiFixture {

    @Autowired
    private Rooms rooms;

    @Autowired
    private Presence presence;

    @Autowired
    private Listeners listeners;

    @Autowired
    private Members members;

    private Actor ana;
    private Actor ben;
    private BrowserlessUIContext window;

    @BeforeEach
    void people() {
        ana = member("Ana", Role.OWNER);
        ben = member("Ben", Role.EDITOR);
    }

    @Test
    @DisplayName("U1 the list shows the team's environments and nobody else's")
    void listsTheTeamsEnvironments() {
        environment(ana, "Coffee shop");
        environment(ana, "Payments");
        TeamId ours = team;
        team = newTeam("Other team");
        join(ana, team, Role.OWNER);
        environment(ana, "Secret");
        team = ours;
        open(ben);
        eventually(window, () -> assertThat(names()).containsExactly("Coffee shop", "Payments"));
    }

    @Test
    @DisplayName("U2 what another creates, renames and deletes shows without a reload, in the same rows")
    void othersWorkShowsLive() {
        EnvironmentId first = environment(ana, "Coffee shop");
        open(ben);
        eventually(window, () -> assertThat(names()).containsExactly("Coffee shop"));
        EnvironmentRow row = window.find(EnvironmentRow.class).single();

        EnvironmentId second = environment(ana, "Bakery");
        eventually(window, () -> assertThat(names()).containsExactly("Bakery", "Coffee shop"));

        rename(ana, first, "Tea shop");
        eventually(window, () -> assertThat(names()).containsExactly("Bakery", "Tea shop"));
        assertThat(window.find(EnvironmentRow.class).last()).isSameAs(row);
        assertThat(row.line().summary().lastChange().authorName()).isEqualTo("Ana");

        environments.trash(accessOf(ana, second));
        eventually(window, () -> assertThat(names()).containsExactly("Tea shop"));
    }

    @Test
    @DisplayName("U3 who is in an environment shows in its row while they are there")
    void presenceShowsLive() {
        EnvironmentId id = environment(ana, "Coffee shop");
        open(ben);
        eventually(window, () -> assertThat(names()).containsExactly("Coffee shop"));
        assertThat(here()).isEmpty();
        try (var _ = presence.join(accessOf(ana, id), "tab-1");
                var _ = presence.join(accessOf(ana, id), "tab-2")) {
            eventually(window, () -> assertThat(here()).containsExactly("Ana"));
            assertThat(window.find(
                                    AvatarRow.class,
                                    window.find(EnvironmentRow.class).single())
                            .exists())
                    .isTrue();
        }
        eventually(window, () -> assertThat(here()).isEmpty());
    }

    @Test
    @DisplayName("U4 a viewer sees the list and nothing that would change it")
    void viewerHasNoActions() {
        Actor lea = member("Lea", Role.VIEWER);
        environment(ana, "Coffee shop");
        open(lea);
        eventually(window, () -> assertThat(names()).containsExactly("Coffee shop"));
        assertThat(buttons()).doesNotContain("New environment", "Import", "Start", "Stop");
        assertThat(menuOf("Coffee shop"))
                .containsExactly("Open", "Export", "Export as OpenAPI (JSON)", "Export as OpenAPI (YAML)");
        assertThat(window.find(ImportZone.class).exists()).isFalse();
    }

    @Test
    @DisplayName("U5 the search finds by words of the name and the folders, whatever their case")
    void search() {
        environment(ana, "Coffee shop");
        environment(ana, "Coffee machine");
        List.of("Bakery", "Payments", "Identity", "Shipping").forEach(name -> environment(ana, name));
        open(ben);
        eventually(window, () -> assertThat(names()).hasSize(6));
        TextField search = window.find(TextField.class).single();
        window.test(search).setValue("SHOP cof");
        eventually(window, () -> assertThat(names()).containsExactly("Coffee shop"));
        window.test(search).setValue("nothing like it");
        eventually(window, () -> assertThat(names()).isEmpty());
        assertThat(window.find(Div.class)
                        .withClassName("nothing-found")
                        .single()
                        .getText())
                .startsWith("No environment has these words");
    }

    @Test
    @DisplayName("U6 without environments the view says what one is and offers to create or import")
    void emptyStateHelps() {
        open(ben);
        eventually(
                window,
                () -> assertThat(window.find(H2.class).all())
                        .extracting(H2::getText)
                        .contains("No environments yet"));
        assertThat(buttons()).contains("New environment", "Import files");
    }

    @Test
    @DisplayName("U7 deleting puts an environment in the trash and offers to take that back")
    void deleteAndUndo() {
        environment(ana, "Coffee shop");
        open(ben);
        eventually(window, () -> assertThat(names()).containsExactly("Coffee shop"));
        actions("Coffee shop").trash(line("Coffee shop"), menu("Coffee shop"));
        eventually(window, () -> assertThat(names()).isEmpty());
        assertThat(notices(window)).anyMatch(text -> text.contains("“Coffee shop” is in the trash"));
        window.test(window.find(Button.class).withText("Undo").single()).click();
        eventually(window, () -> assertThat(names()).containsExactly("Coffee shop"));
    }

    @Test
    @DisplayName("U8 an action on what somebody else just deleted says so")
    void actionOnWhatIsGone() {
        EnvironmentId id = environment(ana, "Coffee shop");
        open(ben);
        eventually(window, () -> assertThat(names()).containsExactly("Coffee shop"));
        EnvironmentLine line = line("Coffee shop");
        EnvironmentActions actions = actions("Coffee shop");
        environments.trash(accessOf(ana, id));
        actions.trash(line, menu("Coffee shop"));
        settle(window);
        assertThat(notices(window)).anyMatch(text -> text.startsWith("It is not there any more"));
    }

    @Test
    @DisplayName("U21 the list starts and stops mocks, and shows where they answer")
    void startAndStop() {
        EnvironmentId id = environment(ana, "Coffee shop");
        open(ben);
        eventually(window, () -> assertThat(line("Coffee shop").mock().text()).isEqualTo("Stopped"));
        window.test(window.find(Button.class).withText("Start").single()).click();
        eventually(window, () -> assertThat(line("Coffee shop").mock().text()).isEqualTo("Running"));
        assertThat(line("Coffee shop").mock().address()).matches("localhost:\\d+");
        assertThat(menuOf("Coffee shop")).contains("Copy URL");

        listeners.stop(accessOf(ana, id));
        eventually(window, () -> assertThat(line("Coffee shop").mock().text()).isEqualTo("Stopped"));
        assertThat(buttons()).contains("Start").doesNotContain("Stop");
    }

    @Test
    @DisplayName("U22 a change of one's role shows at once")
    void changedRole() {
        environment(ana, "Coffee shop");
        open(ben);
        eventually(window, () -> assertThat(buttons()).contains("New environment"));
        members.changeRole(accessOf(ana), ben.user(), Role.VIEWER);
        eventually(window, () -> {
            assertThat(names()).containsExactly("Coffee shop");
            assertThat(buttons()).doesNotContain("New environment");
        });
    }

    private void open(Actor actor) {
        window = browserOf(actor);
        window.navigate(HomeView.class);
    }

    private void rename(Actor actor, EnvironmentId id, String name) {
        var room = rooms.open(accessOf(actor, id));
        var root = room.snapshot().environment().root().id();
        room.submit(
                new Change("test", 1, 1, List.of(new Edit.Set(root, Schema.ENVIRONMENT_NAME.key(), name))),
                accessOf(actor, id));
    }

    private List<String> names() {
        return window.find(EnvironmentRow.class).all().stream()
                .map(row -> window.find(Anchor.class, row)
                        .withClassName("name")
                        .single()
                        .getText())
                .toList();
    }

    private List<String> here() {
        return window.find(EnvironmentRow.class).single().line().here().stream()
                .map(person -> person.name())
                .toList();
    }

    private EnvironmentLine line(String name) {
        return row(name).line();
    }

    private EnvironmentRow row(String name) {
        return window.find(EnvironmentRow.class)
                .withCondition(row -> row.line().summary().name().equals(name))
                .single();
    }

    private EnvironmentActions actions(String name) {
        return menu(name).actions();
    }

    private EnvironmentMenu menu(String name) {
        return window.find(EnvironmentMenu.class, row(name)).single();
    }

    private List<String> menuOf(String name) {
        return menu(name).offers();
    }

    private List<String> buttons() {
        return window.find(Button.class).all().stream().map(Button::getText).toList();
    }
}
