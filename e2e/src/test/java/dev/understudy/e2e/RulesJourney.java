package dev.understudy.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.understudy.e2e.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Rules, data buckets and what is wrong with them, in two browsers at once.
@ExtendWith(Stage.class)
class RulesJourney {

    private Parcels parcels;
    private Editor ana;
    private Editor ben;

    @BeforeEach
    void bothInOneResponse(Server server, People people) {
        parcels = Parcels.on(server);
        ana = Editor.open(people.ana(), parcels, Parcels.UNKNOWN);
        ben = Editor.open(people.ben(), parcels, Parcels.UNKNOWN);
    }

    @Test
    @DisplayName("rules added by both at the same time both stay, and decide which response answers")
    void rules() {
        for (var person : new Editor[] {ana, ben}) {
            person.tab("Rules");
            assertThat(person.button("Add rule")).isVisible();
        }
        // By the key: under the pointer the button moves when the other one's row comes.
        ana.button("Add rule").press("Enter");
        ben.button("Add rule").press("Enter");
        for (var person : new Editor[] {ana, ben}) {
            assertThat(person.rules()).hasCount(2);
        }
        fill(ana, 0, "0");
        fill(ben, 1, "9");
        for (var person : new Editor[] {ana, ben}) {
            eventually(() -> assertThat(person.fields("value").all())
                    .extracting(box -> box.inputValue())
                    .containsExactlyInAnyOrder("0", "9"));
        }
        eventually(() -> assertThat(parcels.answer("/parcels/0")).startsWith("404"));
        eventually(() -> assertThat(parcels.answer("/parcels/9")).startsWith("404"));
        assertThat(parcels.answer("/parcels/7")).startsWith("200");
    }

    @Test
    @DisplayName("a regular expression that can't be read is told at the rule, to both; the list leads there")
    void invalidRegex() {
        for (var person : new Editor[] {ana, ben}) {
            person.tab("Rules");
        }
        ana.button("Add rule").click();
        ana.choose("operator", "matched by regex");
        ana.field("value").fill("(");
        for (var person : new Editor[] {ana, ben}) {
            assertThat(person.page().locator(".rule-row .trouble"))
                    .containsText("This regular expression can't be read");
            assertThat(person.page().locator(".rule-row [data-field=value].faulty"))
                    .isVisible();
        }
        ben.row("depots").click();
        assertThat(ben.field("endpoint")).hasValue("depots");
        ben.page().locator(".problems > vaadin-button").click();
        ben.page().locator(".problem-list > button").first().click();
        assertThat(ben.field("value")).isFocused();
        ben.field("value").fill("(0|9)");
        assertThat(ana.page().locator(".rule-row .trouble:visible")).hasCount(0);
    }

    @Test
    @DisplayName("U77 U81 the list of problems leads to a mistake in the text that stands in for a missing file")
    void standIn() {
        parcels.edit("""
                [{"op": "set", "node": "%1$s", "field": "bodyType", "value": "FILE"},
                 {"op": "set", "node": "%1$s", "field": "fallbackTo404", "value": true},
                 {"op": "set", "node": "%1$s", "field": "body", "value": "{{#if x}}"}]""".formatted(Parcels.ALL_DEPOTS_FOUND));
        ana.page().locator(".problems > vaadin-button").click();
        ana.page().locator(".problem-list > button").first().click();
        assertThat(ana.field("endpoint")).hasValue("depots");
        assertThat(ana.text("body")).isFocused();
        assertThat(ana.page().locator(".code-pane .complaint:visible")).containsText("never closed");
    }

    @Test
    @DisplayName("a data bucket that one makes and types is on the other's screen, letter by letter, and in the answer")
    void buckets() {
        ana.section("Data");
        ben.section("Data");
        ana.button("Add data bucket").click();
        assertThat(ben.element("New data")).isVisible();
        ben.element("New data").click();
        ana.text("value").click();
        ana.page().keyboard().press("ControlOrMeta+a");
        ana.page().keyboard().insertText("[\"Berlin\"]");
        assertThat(ben.text("value")).containsText("[\"Berlin\"]");
        ben.text("value").click();
        ben.page().keyboard().press("ControlOrMeta+End");
        ben.page().keyboard().insertText("\n");
        ana.field("id").fill("depots");
        assertThat(ben.field("id")).hasValue("depots");
        ben.section("Routes");
        ben.row("depots").click();
        assertThat(ben.field("endpoint")).hasValue("depots");
        ben.choose("bodyType", "Data bucket");
        ben.choose("databucketID", "New data (depots)");
        eventually(() -> assertThat(parcels.answer("/depots")).isEqualTo("200 [\"Berlin\"]"));
    }

    @Test
    @DisplayName(
            "E39 the id of a data bucket is rewritten letter by letter, through nothing and another one's, and keeps its bodies")
    void newId() {
        parcels.addBucket("here");
        var bucket = parcels.addBucket("heres");
        parcels.edit("""
                [{"op": "set", "node": "%1$s", "field": "bodyType", "value": "DATABUCKET"},
                 {"op": "set", "node": "%1$s", "field": "databucketID", "value": "heres"}]""".formatted(Parcels.ALL_DEPOTS_FOUND));
        ana.page().navigate(parcels.address(bucket));
        assertThat(ana.field("id")).hasValue("heres");
        ana.field("id").click();
        ana.page().keyboard().press("End");
        var said = ana.page().locator(".live-field[data-field=id] [slot=error-message]");
        ana.page().keyboard().press("Backspace");
        assertThat(said).containsText("Another data bucket has the id \"here\".");
        for (var letter = 0; letter < 4; letter++) {
            ana.page().keyboard().press("Backspace");
        }
        assertThat(said).containsText("A data bucket needs an id.");
        for (var letter : "there".split("")) {
            ana.page().keyboard().press(letter);
        }
        ana.saved();
        assertThat(said).isHidden();
        assertThat(parcels.response(Parcels.ALL_DEPOTS_FOUND)
                        .path("databucketID")
                        .asString())
                .isEqualTo("there");
        eventually(() -> assertThat(parcels.answer("/depots")).isEqualTo("200 [\"Berlin\"]"));
    }

    private static void fill(Editor editor, int row, String id) {
        editor.choose(editor.rules().nth(row).locator("[data-field=target]"), "Route parameter");
        editor.rules().nth(row).locator("[data-field=modifier] input").fill("id");
        editor.rules().nth(row).locator("[data-field=value] input").fill(id);
    }
}
