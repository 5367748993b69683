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

/// Seeing what others did, and bringing back how it was.
@ExtendWith(Stage.class)
class ActivityJourney {

    private Parcels parcels;
    private People people;
    private Editor ana;

    @BeforeEach
    void anaIsThere(Server server, People all) {
        people = all;
        parcels = Parcels.on(server);
        ana = Editor.open(people.ana(), parcels, Parcels.ON_ITS_WAY);
    }

    @Test
    @DisplayName(
            "U146 U147 what somebody does shows at once, opens to before and after, and a value is restored from there")
    void entries() {
        var ben = Editor.open(people.ben(), parcels, Parcels.ON_ITS_WAY);
        openActivity(ana);
        ben.choose("method", "POST");
        var entry = entry(ana, "Ben changed Method of POST /parcels/:id");
        assertThat(entry).isVisible();
        ben.field("label").fill("Under way");
        ben.saved();
        entry = entry(ana, "Ben changed Method, Label of");
        assertThat(entry).containsText("2 changes");
        entry.locator(".head").first().click();
        var method = entry.locator(".value[data-field=method]");
        assertThat(method.locator(".del")).hasText("get");
        assertThat(method.locator(".ins")).hasText("post");
        method.locator("vaadin-button").click();
        eventually(() -> assertThat(parcels.method()).isEqualTo("get"));
        assertThat(entry(ana, "You changed Method of GET /parcels/:id")).isVisible();
        assertThat(ben.field("label")).hasValue("Under way");
    }

    @Test
    @DisplayName("U147 a text opens to what came and went in it")
    void texts() {
        openActivity(ana);
        ana.body().click();
        ana.page().keyboard().press("ControlOrMeta+End");
        ana.page().keyboard().insertText("\nlast words");
        ana.saved();
        var entry = entry(ana, "You changed Body of");
        entry.locator(".head").first().click();
        assertThat(entry.locator("understudy-difference .cm-content")).containsText("last words");
    }

    @Test
    @DisplayName("U142 R45 all goes back to how it was while somebody else types, and loses nothing of that")
    void goingBack() {
        ana.choose("method", "POST");
        eventually(() -> assertThat(parcels.method()).isEqualTo("post"));
        ana.field("label").fill("Later");
        ana.saved();
        openActivity(ana);
        ana.page().locator(".activity-row").last().locator(".head").click();
        ana.page()
                .locator(".activity-row")
                .last()
                .locator("vaadin-button")
                .getByText("Go back to here…")
                .click();
        var dialog = ana.page().locator("vaadin-dialog[opened]");
        assertThat(dialog.locator(".value[data-field=method] .ins")).hasText("get");
        var ben = Editor.open(people.ben(), parcels, Parcels.ON_ITS_WAY);
        var before = parcels.body();
        ben.body().click();
        ben.page().keyboard().press("ControlOrMeta+End");
        ben.page().keyboard().type("typed mean");
        dialog.getByText("Restore", new Locator.GetByTextOptions().setExact(true))
                .last()
                .click();
        ben.page().keyboard().type("while");
        ben.saved();
        eventually(() -> assertThat(parcels.method()).isEqualTo("get"));
        eventually(() -> assertThat(parcels.body()).isEqualTo(before + "typed meanwhile"));
        assertThat(ana.field("label")).not().hasValue("Later");
        ana.page().locator(".notice .act").getByText("Undo").click();
        eventually(() -> assertThat(parcels.method()).isEqualTo("post"));
        assertThat(parcels.body()).isEqualTo(before + "typed meanwhile");
    }

    @Test
    @DisplayName("U143 R46 what others changed while one was away is marked until one has looked")
    void news() {
        var ben = Editor.open(people.ben(), parcels, Parcels.ALL_DEPOTS_FOUND);
        assertThat(ben.page().locator(".fresh")).hasCount(0);
        ben.page().navigate("/");
        assertThat(ben.page().getByText("Parcels").first()).isVisible();
        ana.field("label").fill("Under way");
        ana.saved();
        ben = Editor.open(ben.page(), parcels, Parcels.ALL_DEPOTS_FOUND);
        assertThat(ben.row("parcels/:id").first().locator(".fresh")).isVisible();
        assertThat(ben.page().locator("aside nav button").last()).containsText("1 new");
        ben.row("parcels/:id").first().click();
        assertThat(ben.page().locator("[data-fresh][data-field=label]")).isVisible();
        assertThat(ben.row("parcels/:id").first().locator(".fresh")).hasCount(0);
        openActivity(ben);
        assertThat(ben.page().locator("aside nav button").last()).not().containsText("new");
        ben.page().reload();
        assertThat(ben.field("label")).hasValue("Under way");
        assertThat(ben.page().locator("[data-fresh]")).hasCount(0);
    }

    @Test
    @DisplayName("U144 the status line says who changed the field last, and leads to its history")
    void fieldNote() {
        ana.field("label").fill("Under way");
        ana.saved();
        var ben = Editor.open(people.ben(), parcels, Parcels.ON_ITS_WAY);
        ben.field("label").click();
        assertThat(ben.page().locator(".field-note")).containsText("Label: last changed by ana");
        ben.page().locator(".field-note vaadin-button").click();
        assertThat(ben.page().locator(".activity-filters .place")).containsText("Label of");
        assertThat(ben.page().locator(".activity-row")).hasCount(2);
    }

    @Test
    @DisplayName("U188 on a phone, who changed the field last has a line of its own")
    void fieldNoteOnAPhone() {
        ana.field("label").fill("Under way");
        ana.saved();
        ana.page().setViewportSize(390, 780);
        ana.field("label").click();
        var note = ana.page().locator(".field-note");
        assertThat(note).containsText("Label: last changed by you");
        assertThat(note.boundingBox().width).isGreaterThan(300);
        note.locator("vaadin-button").click();
        assertThat(ana.page().locator(".activity-filters .place")).containsText("Label of");
    }

    @Test
    @DisplayName("U180 the menu of a route leads to what happened to it, and an entry to all of its route")
    void ofOneNode() {
        ana.choose("method", "POST");
        eventually(() -> assertThat(parcels.method()).isEqualTo("post"));
        var ben = Editor.open(people.ben(), parcels, Parcels.ALL_DEPOTS_FOUND);
        ben.field("label").fill("All of them");
        ben.saved();
        ana.row("parcels/:id").first().click(new Locator.ClickOptions().setButton(MouseButton.RIGHT));
        ana.page().getByRole(AriaRole.MENUITEM).getByText("Activity").click();
        assertThat(ana.page().locator(".activity-filters .place")).containsText("parcels/:id");
        assertThat(entry(ana, "You changed Method of POST /parcels/:id")).isVisible();
        assertThat(entry(ana, "Ben")).hasCount(0);
        ana.page().locator(".activity-filters .place vaadin-button").click();
        entry(ana, "ben changed Label of").locator(".head").first().click();
        ana.page().getByText("Only this route").click();
        assertThat(entry(ana, "You changed Method")).hasCount(0);
    }

    private static void openActivity(Editor person) {
        person.page().locator("aside nav button").getByText("Activity").click();
        assertThat(person.page().locator(".beside .activity-row").first()).isVisible();
    }

    private static Locator entry(Editor person, String words) {
        return person.page().locator(".activity-row").filter(new Locator.FilterOptions().setHasText(words));
    }
}
