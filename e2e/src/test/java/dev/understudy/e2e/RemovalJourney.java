package dev.understudy.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.understudy.e2e.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.MouseButton;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// What happens to somebody's work when somebody else deletes what it is in.
@ExtendWith(Stage.class)
class RemovalJourney {

    private Parcels parcels;
    private Editor ana;
    private Editor ben;

    @BeforeEach
    void bothAreThere(Server server, People people) {
        parcels = Parcels.on(server);
        ana = Editor.open(people.ana(), parcels, Parcels.ON_ITS_WAY);
        ben = Editor.open(people.ben(), parcels, Parcels.NEW_PARCEL);
    }

    @Test
    @DisplayName("a route deleted by another says so, keeps what was typed on the screen, and can be brought back")
    void deletedByAnother() {
        ana.body().click();
        ana.page().keyboard().press("ControlOrMeta+End");
        ana.page().keyboard().insertText("typed");
        eventually(() -> assertThat(body()).endsWith("typed"));
        delete(ben, "parcels/:id");
        assertThat(ana.page().getByText("Ben removed the route. What you see is how it was."))
                .isVisible();
        assertThat(ana.body()).containsText("typed");
        assertThat(ana.row("parcels/:id")).hasCount(0);
        ana.button("Undo").click();
        assertThat(ana.row("parcels/:id")).isVisible();
        assertThat(ben.row("parcels/:id")).isVisible();
        assertThat(ana.body()).containsText("typed");
        ana.body().click();
        ana.page().keyboard().press("ControlOrMeta+End");
        ana.page().keyboard().insertText(" on");
        eventually(() -> assertThat(body()).endsWith("typed on"));
    }

    @Test
    @DisplayName("whoever deletes a folder can take that back from the notice, with all that was in it")
    void takenBack() {
        delete(ben, "Depots");
        assertThat(ana.row("depots")).hasCount(0);
        ben.page().getByText("Undo").last().click();
        assertThat(ana.row("depots")).isVisible();
        assertThat(ben.row("depots")).isVisible();
    }

    private String body() {
        return parcels.response(Parcels.ON_ITS_WAY).path("body").asString();
    }

    private static void delete(Editor editor, String row) {
        editor.row(row).click(new Locator.ClickOptions().setButton(MouseButton.RIGHT));
        editor.page().getByRole(AriaRole.MENUITEM).getByText("Delete").click();
    }
}
