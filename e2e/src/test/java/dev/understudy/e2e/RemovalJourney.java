package dev.understudy.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.understudy.e2e.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.MouseButton;
import java.util.List;
import java.util.concurrent.Executors;
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
    @DisplayName("U59 Delete right after a click deletes that route, also while others change the tree")
    void deletedByKey() throws Exception {
        for (var round = 0; round < 8; round++) {
            parcels.addRoute("short-lived/" + round);
            var row = ana.row("short-lived/" + round);
            row.click();
            var path = "beside/" + round;
            try (var others = Executors.newVirtualThreadPerTaskExecutor()) {
                var added = others.submit(() -> parcels.addRoute(path));
                ana.page().keyboard().press("Delete");
                added.get();
            }
            assertThat(row).hasCount(0);
            assertThat(ana.row(path)).hasCount(1);
        }
    }

    @Test
    @DisplayName("U59 a key in a row that is being read anew acts on what the row showed")
    void deletedWhileRead() {
        ana.row("depots").click();
        assertThat(ana.field("endpoint")).hasValue("depots");
        ana.page().evaluate("""
                () => {
                  const rows = document.querySelector('.route-tree > *').shadowRoot.querySelectorAll('#items > tr');
                  for (const row of rows) row._item = {};
                }""");
        ana.page().keyboard().press("Delete");
        assertThat(ben.row("depots")).hasCount(0);
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

    @Test
    @DisplayName("U121 what somebody else brings back shows its fields to whoever deleted it, and takes typing")
    void broughtBackByAnother() {
        ana.row("depots").click();
        ben.row("depots").click();
        for (var person : List.of(ana, ben)) {
            assertThat(person.field("label")).hasValue("All depots");
        }
        delete(ana, "depots");
        assertThat(ben.page().getByText("Ana removed the route. What you see is how it was."))
                .isVisible();
        // Whoever deletes what they look at is shown what it stood in.
        assertThat(ana.row("depots")).hasCount(0);
        assertThat(ana.field("endpoint")).isHidden();
        ben.button("Undo").click();
        ana.row("depots").click();
        for (var person : List.of(ana, ben)) {
            assertThat(person.field("endpoint")).hasValue("depots");
            assertThat(person.field("label")).hasValue("All depots");
            assertThat(person.body()).containsText("[]");
        }
        ana.field("label").fill("Back again");
        ana.saved();
        assertThat(ben.field("label")).hasValue("Back again");
        assertThat(ana.response("Back again")).isVisible();
    }

    @Test
    @DisplayName("U121 U125 what was typed into what was removed is offered after the undo, and nothing saves for good")
    void typedIntoWhatWasRemoved(Server server, People people) throws Exception {
        try (var line = Line.to(server.port())) {
            var late = Editor.open(people.anaAt(line.url()), parcels, Parcels.ON_ITS_WAY);
            line.cut();
            assertThat(late.safety()).containsText("Not connected");
            late.field("label").fill("Typed too late");
            delete(ben, "parcels/:id");
            assertThat(ana.page().getByText("Ben removed the route. What you see is how it was."))
                    .isVisible();
            line.mend();
            assertThat(late.page().getByText("Ben removed the route. What you see is how it was."))
                    .isVisible();
            var complaint = late.page().locator(".live-field[data-field=label] [slot=error-message]");
            assertThat(complaint).hasText("Not saved: what this text belonged to was removed.");
            assertThat(late.safety()).containsText("Not saved");
            ben.page().getByText("Undo").last().click();
            assertThat(late.field("label")).hasValue("On its way");
            assertThat(complaint).isHidden();
            late.saved();
            assertThat(late.page().getByText("“Typed too late” was not saved in Label."))
                    .isVisible();
            late.button("Put it back").click();
            assertThat(late.field("label")).hasValue("Typed too late");
            assertThat(ben.row("parcels/:id")).isVisible();
            eventually(() -> assertThat(
                            parcels.response(Parcels.ON_ITS_WAY).path("label").asString())
                    .isEqualTo("Typed too late"));
            late.saved();
        }
    }

    private String body() {
        return parcels.response(Parcels.ON_ITS_WAY).path("body").asString();
    }

    private static void delete(Editor editor, String row) {
        editor.row(row).click(new Locator.ClickOptions().setButton(MouseButton.RIGHT));
        editor.page().getByRole(AriaRole.MENUITEM).getByText("Delete").click();
    }
}
