package dev.understudy.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.understudy.e2e.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Taking back what one did, while somebody else works at the same.
@ExtendWith(Stage.class)
class UndoJourney {

    private Parcels parcels;
    private Editor ana;
    private Editor ben;

    @BeforeEach
    void bothAreThere(Server server, People people) {
        parcels = Parcels.on(server);
        ana = Editor.open(people.ana(), parcels, Parcels.ON_ITS_WAY);
        ben = Editor.open(people.ben(), parcels, Parcels.ON_ITS_WAY);
        assertThat(ben.body()).containsText("on its way");
    }

    @Test
    @DisplayName(
            "U139 R42 of a text that two write in, undo takes back one's own, also after a reload, and redo brings it back")
    void text() {
        var before = parcels.body();
        type(ana, "Ana's words");
        eventually(() -> assertThat(parcels.body()).isEqualTo(before + "Ana's words"));
        type(ben, ", Ben's words");
        eventually(() -> assertThat(parcels.body()).isEqualTo(before + "Ana's words, Ben's words"));
        ana.page().reload();
        press(undo(ana));
        eventually(() -> assertThat(parcels.body()).isEqualTo(before + ", Ben's words"));
        assertThat(ben.body()).containsText(", Ben's words");
        assertThat(ben.body()).not().containsText("Ana's words");
        press(redo(ana));
        eventually(() -> assertThat(parcels.body()).isEqualTo(before + "Ana's words, Ben's words"));
        assertThat(redo(ana)).isDisabled();
    }

    @Test
    @DisplayName("U139 R42 what somebody else set since stays, and who did is told; the next undo is the step before")
    void field() {
        ana.choose("method", "POST");
        eventually(() -> assertThat(parcels.method()).isEqualTo("post"));
        ana.choose("method", "PUT");
        eventually(() -> assertThat(parcels.method()).isEqualTo("put"));
        ben.choose("method", "DELETE");
        eventually(() -> assertThat(parcels.method()).isEqualTo("delete"));
        assertThat(undo(ana)).hasAttribute("aria-label", "Undo: Method of PUT /parcels/:id");
        press(undo(ana));
        assertThat(ana.page().getByText("Ben changed Method of DELETE parcels/:id since"))
                .isVisible();
        assertThat(parcels.method()).isEqualTo("delete");
        press(undo(ben));
        eventually(() -> assertThat(parcels.method()).isEqualTo("put"));
    }

    @Test
    @DisplayName("U139 where one types the keys are about that text; elsewhere they take back what one did last")
    void keys() {
        ana.choose("method", "POST");
        eventually(() -> assertThat(parcels.method()).isEqualTo("post"));
        var before = parcels.body();
        type(ana, "typed");
        eventually(() -> assertThat(parcels.body()).isEqualTo(before + "typed"));
        // Whoever stops for so long has done one thing and goes on with another.
        ana.page().waitForTimeout(2_500);
        for (var press = 0; press < 5; press++) {
            ana.page().keyboard().press("ControlOrMeta+z");
        }
        eventually(() -> assertThat(parcels.body()).isEqualTo(before));
        ana.saved();
        assertThat(parcels.method()).isEqualTo("post");
        ana.row("parcels/:id").click();
        ana.page().keyboard().press("ControlOrMeta+z");
        eventually(() -> assertThat(parcels.body()).isEqualTo(before + "typed"));
        ana.page().keyboard().press("ControlOrMeta+z");
        eventually(() -> assertThat(parcels.body()).isEqualTo(before));
        ana.page().keyboard().press("ControlOrMeta+z");
        eventually(() -> assertThat(parcels.method()).isEqualTo("get"));
        for (var press = 0; press < 3; press++) {
            ana.page().keyboard().press("ControlOrMeta+Shift+z");
        }
        eventually(() -> assertThat(parcels.method()).isEqualTo("post"));
        assertThat(redo(ana)).isDisabled();
        assertThat(parcels.body()).isEqualTo(before);
    }

    private static Locator undo(Editor person) {
        return person.page().locator("header .undo vaadin-button").first();
    }

    private static Locator redo(Editor person) {
        return person.page().locator("header .undo vaadin-button").last();
    }

    private static void press(Locator button) {
        assertThat(button).isEnabled();
        button.click();
    }

    private static void type(Editor person, String words) {
        person.body().click();
        person.page().keyboard().press("ControlOrMeta+End");
        person.page().keyboard().insertText(words);
        person.saved();
    }
}
