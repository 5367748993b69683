package dev.understudy.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.understudy.e2e.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Two people at one response.
@ExtendWith(Stage.class)
class LiveEditingJourney {

    private Parcels parcels;
    private Editor ana;
    private Editor ben;

    @BeforeEach
    void bothOpenTheSameResponse(Server server, People people) {
        parcels = Parcels.on(server);
        ana = Editor.open(people.ana(), parcels, Parcels.ON_ITS_WAY);
        ben = Editor.open(people.ben(), parcels, Parcels.ON_ITS_WAY);
        assertThat(ana.body()).containsText("on its way");
        assertThat(ben.body()).containsText("on its way");
    }

    @Test
    @DisplayName("a field edited by one appears at the other, and in the tree and the tabs")
    void fieldsFollow() {
        ana.field("label").fill("In the van");
        assertThat(ben.field("label")).hasValue("In the van");
        assertThat(ben.response("In the van")).isVisible();
        ben.field("endpoint").fill("packages/:id");
        assertThat(ana.field("endpoint")).hasValue("packages/:id");
        assertThat(ana.row("packages/:id")).isVisible();
    }

    @Test
    @DisplayName("edits of different fields of one response at the same time both stay")
    void differentFields() {
        ana.field("label").click();
        ben.field("statusCode").click();
        ana.page().keyboard().press("End");
        ben.page().keyboard().press("ControlOrMeta+a");
        for (var index = 0; index < 3; index++) {
            ana.page().keyboard().type(" now".substring(index, index + 1));
            ben.page().keyboard().type("202".substring(index, index + 1));
        }
        for (var person : new Editor[] {ana, ben}) {
            assertThat(person.field("label")).hasValue("On its way no");
            assertThat(person.field("statusCode")).hasValue("202");
        }
        var stored = parcels.response(Parcels.ON_ITS_WAY);
        assertThat(stored.path("label").asString()).isEqualTo("On its way no");
        assertThat(stored.path("statusCode").asInt()).isEqualTo(202);
    }

    @Test
    @DisplayName("headers added by both at the same time both stay, and the mock sends them")
    void headers() {
        ana.headers();
        ben.headers();
        // By the key: under the pointer the button moves when the other one's row comes.
        ana.button("Add header").press("Enter");
        ben.button("Add header").press("Enter");
        for (var person : new Editor[] {ana, ben}) {
            assertThat(person.fields("key")).hasCount(2);
            assertThat(person.page().locator(".live-field[data-field=key] input:focus"))
                    .hasCount(1);
        }
        ana.page().keyboard().type("X-Ana");
        ben.page().keyboard().type("X-Ben");
        for (var person : new Editor[] {ana, ben}) {
            eventually(() -> assertThat(values(person.fields("key"))).containsExactlyInAnyOrder("X-Ana", "X-Ben"));
        }
        assertThat(parcels.response(Parcels.ON_ITS_WAY).path("headers"))
                .extracting(header -> header.path("key").asString())
                .containsExactlyInAnyOrder("X-Ana", "X-Ben");
    }

    @Test
    @DisplayName("both type in one body at the same time: both texts stay, and screens, document and answer are equal")
    void bodies() {
        ana.body().click();
        ana.page().keyboard().press("ControlOrMeta+Home");
        ben.body().click();
        ben.page().keyboard().press("ControlOrMeta+End");
        var above = "// Ana was here, above all of it, and typed on and on";
        var below = "// Ben was here, below all of it, and typed on and on";
        ben.page().keyboard().press("Enter");
        for (var index = 0; index < below.length(); index++) {
            ana.page().keyboard().insertText(above.substring(index, index + 1));
            ben.page().keyboard().insertText(below.substring(index, index + 1));
        }
        ana.page().keyboard().press("Enter");
        var whole = above + "\n{\n  \"id\": 7,\n  \"state\": \"on its way\"\n}\n" + below;
        eventually(() -> assertThat(ana.bodyText()).isEqualTo(whole));
        eventually(() -> assertThat(ben.bodyText()).isEqualTo(whole));
        assertThat(parcels.response(Parcels.ON_ITS_WAY).path("body").asString()).isEqualTo(whole);
        eventually(() -> assertThat(parcels.answer("/parcels/7")).isEqualTo("200 " + whole));
    }

    @Test
    @DisplayName("both type at the same place of a body: no letter is lost, and both screens are equal")
    void samePlace() {
        for (var person : new Editor[] {ana, ben}) {
            person.body().click();
            person.page().keyboard().press("ControlOrMeta+End");
        }
        for (var index = 0; index < 30; index++) {
            ana.page().keyboard().insertText("a");
            ben.page().keyboard().insertText("b");
        }
        for (var person : new Editor[] {ana, ben}) {
            eventually(() -> assertThat(person.bodyText().replaceAll("(?s).*}", ""))
                    .hasSize(60)
                    .matches("[ab]*"));
        }
        eventually(() -> assertThat(ana.bodyText()).isEqualTo(ben.bodyText()));
        assertThat(ana.bodyText().replaceAll("(?s).*}", "").replace("a", "")).hasSize(30);
        assertThat(parcels.response(Parcels.ON_ITS_WAY).path("body").asString()).isEqualTo(ana.bodyText());
    }

    @Test
    @DisplayName("what the other does takes neither focus nor caret nor selection from who is typing")
    void undisturbed() {
        ana.field("label").click();
        ana.field("label").evaluate("box => box.setSelectionRange(3, 6)");
        ben.field("statusCode").fill("418");
        ben.field("endpoint").fill("parcels/:number");
        ben.body().click();
        ben.page().keyboard().press("ControlOrMeta+Home");
        ben.page().keyboard().insertText("[1]\n");
        assertThat(ana.field("statusCode")).hasValue("418");
        assertThat(ana.body()).containsText("[1]");
        assertThat(ana.field("label")).isFocused();
        ana.page().keyboard().type("the");
        assertThat(ana.field("label")).hasValue("On the way");
        assertThat(ben.field("label")).hasValue("On the way");
    }

    @Test
    @DisplayName("the caret in a body stays at its text while the other types above it")
    void caretStays() {
        ana.body().click();
        ana.page().keyboard().press("ControlOrMeta+End");
        ben.body().click();
        ben.page().keyboard().press("ControlOrMeta+Home");
        ben.page().keyboard().insertText("one\ntwo\nthree\n");
        assertThat(ana.body()).containsText("three");
        ana.page().keyboard().insertText("!");
        eventually(() ->
                assertThat(ben.bodyText()).startsWith("one\ntwo\nthree\n{").endsWith("}!"));
    }

    @Test
    @DisplayName("undo takes back one's own typing and leaves that of the other")
    void undoIsOnesOwn() {
        ana.body().click();
        ana.page().keyboard().press("ControlOrMeta+End");
        ana.page().keyboard().insertText("mine");
        assertThat(ben.body()).containsText("mine");
        ben.body().click();
        ben.page().keyboard().press("ControlOrMeta+Home");
        ben.page().keyboard().insertText("yours");
        assertThat(ana.body()).containsText("yours");
        ana.page().keyboard().press("ControlOrMeta+z");
        assertThat(ana.body()).not().containsText("mine");
        assertThat(ben.body()).not().containsText("mine");
        assertThat(ben.body()).containsText("yours");
    }

    private static List<String> values(Locator boxes) {
        return boxes.all().stream().map(Locator::inputValue).toList();
    }
}
