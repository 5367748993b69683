package dev.understudy.ui.editor;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessUIContext;
import dev.understudy.collab.Rooms;
import dev.understudy.environment.EnvironmentId;
import dev.understudy.team.Actor;
import dev.understudy.team.Role;
import dev.understudy.team.TeamId;
import dev.understudy.ui.UiFixture;
import dev.understudy.ui.shell.NotFoundView;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// The addresses of the editor, opened by somebody who is in another team.
class OtherTeamsAddressesIT extends UiFixture {

    @Autowired
    private Rooms rooms;

    private Actor ana;
    private EnvironmentId id;
    private BrowserlessUIContext stranger;

    @BeforeEach
    void twoTeams() {
        ana = member("Ana", Role.OWNER);
        id = environment(ana, "Coffee shop");
        TeamId anas = team;
        team = newTeam("Another");
        stranger = browserOf(member("Ben", Role.OWNER));
        team = anas;
    }

    @Test
    @DisplayName("U24 P1 the environment of another team is not found under its address, as one that never was")
    void environmentOfAnotherTeam() {
        String others = nothingAt(stranger, EditorLinks.to(id));
        assertThat(others).contains("There is nothing here").doesNotContain("Coffee shop");
        assertThat(nothingAt(stranger, EditorLinks.to(new EnvironmentId(UUID.randomUUID()))))
                .isEqualTo(others);
    }

    @Test
    @DisplayName("U24 P1 neither is one of its nodes, nor what is no id at all")
    void nodeOfAnotherTeam() {
        nothingAt(
                stranger,
                EditorLinks.to(
                        id,
                        rooms.open(accessOf(ana, id))
                                .snapshot()
                                .environment()
                                .root()
                                .id()));
        nothingAt(stranger, "environments/nonsense");
    }

    @Test
    @DisplayName("U24 P2 what is in the trash is not found by its own team either")
    void trashed() {
        assertThat(browserOf(ana).<EditorView>navigate(EditorLinks.to(id), EditorView.class))
                .isNotNull();
        environments.trash(accessOf(ana, id));
        nothingAt(browserOf(ana), EditorLinks.to(id));
    }

    private static String nothingAt(BrowserlessUIContext window, String address) {
        return window.<NotFoundView>navigate(address, NotFoundView.class)
                .getElement()
                .getTextRecursively();
    }
}
