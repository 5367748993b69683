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
        ana.button("Add rule").click();
        ben.button("Add rule").click();
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
            assertThat(person.page().locator(".rule-row .trouble")).containsText("Invalid regular expression");
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

    private static void fill(Editor editor, int row, String id) {
        editor.choose(editor.rules().nth(row).locator("[data-field=target]"), "Route parameter");
        editor.rules().nth(row).locator("[data-field=modifier] input").fill("id");
        editor.rules().nth(row).locator("[data-field=value] input").fill(id);
    }
}
