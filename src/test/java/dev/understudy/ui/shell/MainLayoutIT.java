package dev.understudy.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessUIContext;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.internal.CurrentInstance;
import com.vaadin.flow.router.RouterLink;
import com.vaadin.flow.server.VaadinRequest;
import dev.understudy.team.Actor;
import dev.understudy.team.Role;
import dev.understudy.team.TeamId;
import dev.understudy.ui.UiFixture;
import dev.understudy.ui.kit.AvatarRow;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class MainLayoutIT extends UiFixture {

    @Test
    @DisplayName("U14 the navigation has a link for each view that exists, in its order")
    void navigation() {
        BrowserlessUIContext window = home(member("Ana", Role.OWNER));
        assertThat(window.find(RouterLink.class, window.find(Navigation.class).single())
                        .all())
                .extracting(RouterLink::getText)
                .startsWith("Environments", "Trash");
    }

    @Test
    @DisplayName("U22 the links stay when a view is shown anew because the role of its reader changed")
    void navigationStays() {
        BrowserlessUIContext window = home(member("Ana", Role.OWNER));
        CurrentInstance.set(VaadinRequest.class, null);
        UI.getCurrentOrThrow().refreshCurrentRoute(true);
        assertThat(window.find(RouterLink.class, window.find(Navigation.class).single())
                        .all())
                .extracting(RouterLink::getText)
                .startsWith("Environments", "Trash");
    }

    @Test
    @DisplayName("U15 the header counts who of the team has a window open, and forgets who closes it")
    void connectedPeople() {
        BrowserlessUIContext anas = home(member("Ana", Role.OWNER));
        assertThat(anas.find(AvatarRow.class, anas.find(ConnectedPeople.class).single())
                        .exists())
                .as("nobody else is here")
                .isFalse();
        BrowserlessUIContext bens = home(member("Ben", Role.VIEWER));
        eventually(anas, () -> assertThat(connected(anas)).containsExactly("BE", "2 connected"));
        bens.activate();
        bens.getUser().close();
        eventually(
                anas,
                () -> assertThat(anas.find(
                                        AvatarRow.class,
                                        anas.find(ConnectedPeople.class).single())
                                .exists())
                        .isFalse());
    }

    @Test
    @DisplayName("U16 who is in several teams goes from one to the other; who is in one is not bothered with it")
    void teamSwitch() {
        Actor ana = member("Ana", Role.OWNER);
        assertThat(home(ana).find(TeamSwitch.class).exists()).isFalse();

        TeamId other = newTeam("Another team");
        join(ana, other, Role.VIEWER);
        BrowserlessUIContext window = home(ana);
        TeamSwitch teams = window.find(TeamSwitch.class).single();
        assertThat(teams.getValue().name()).isEqualTo("Another team");
        teams.setValue(accessOf(ana));
    }

    private BrowserlessUIContext home(Actor actor) {
        BrowserlessUIContext window = browserOf(actor);
        window.navigate("", com.vaadin.flow.component.Component.class);
        return window;
    }

    private static List<String> connected(BrowserlessUIContext window) {
        AvatarRow row = window.find(
                        AvatarRow.class, window.find(ConnectedPeople.class).single())
                .single();
        return window.find(Span.class, row).all().stream()
                .filter(span -> span != row)
                .map(Span::getText)
                .toList();
    }
}
