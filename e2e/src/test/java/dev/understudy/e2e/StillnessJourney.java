package dev.understudy.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.understudy.e2e.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is said of a mistake moves nothing that somebody may be about to type into or press.
@ExtendWith(Stage.class)
class StillnessJourney {

    /// Where everything is that one types into or presses, with what it is.
    private static final String PLACES = """
            () => [...document.querySelectorAll(
                'main :is([data-field], vaadin-button, vaadin-tab, .code-pane, .lines > *)')]
              .filter(element => element.checkVisibility() && element.getClientRects().length)
              .map(element => {
                const { x, y, width, height } = element.getBoundingClientRect();
                const name = element.dataset.field ?? (element.className || element.localName);
                const place = [x, y, width, height].map(Math.round).join(' ');
                return name.replace(/ ?(faulty|doubtful|occupied)/g, '') + ' ' + place;
              })""";

    @ParameterizedTest
    @CsvSource({"1440, 900", "390, 844"})
    @DisplayName("U101 a mistake that is typed into a route or response is told, and everything stays where it is")
    void ofRoutes(int width, int height, Server server, People people) {
        var editor = Editor.open(
                people.ana(new NewContextOptions().setViewportSize(width, height)),
                Parcels.on(server),
                Parcels.ON_ITS_WAY);
        assertThat(editor.body()).containsText("on its way");
        still(editor, editor.field("statusCode"), "12345", said(editor, "statusCode"));
        still(editor, editor.field("endpoint"), "parcels/{", editor.page().locator(".route-panel > .top .trouble"));
        var body = editor.page().locator(".code-pane .complaint");
        still(editor, editor.body(), "{{#if}", body);
        editor.headers();
        editor.button("Add header").click();
        assertThat(editor.fields("value")).hasCount(1);
        editor.field("key").fill("X-At");
        editor.saved();
        still(editor, editor.field("value"), "{{now", editor.page().locator(".header-row .trouble"));
        editor.tab("Rules");
        editor.button("Add rule").click();
        editor.choose("operator", "matched by regex");
        still(editor, editor.field("value"), "(", editor.page().locator(".rule-row .trouble"));
    }

    @ParameterizedTest
    @CsvSource({"1440, 900", "390, 844"})
    @DisplayName(
            "U101 a mistake that is typed into a data bucket or the settings is told, and everything stays where it is")
    void ofOthers(int width, int height, Server server, People people) {
        var parcels = Parcels.on(server);
        var bucket = parcels.addBucket("depots");
        var page = people.ana(new NewContextOptions().setViewportSize(width, height));
        var editor = new Editor(page);
        page.navigate(parcels.address(bucket));
        assertThat(editor.text("value")).containsText("Berlin");
        still(editor, editor.field("id"), "", said(editor, "id"));
        page.keyboard().press("Escape");
        still(editor, editor.text("value"), "{{now", page.locator(".code-pane .complaint:visible"));
        page.navigate(parcels.address(parcels.root()));
        assertThat(editor.field("port")).isVisible();
        still(editor, editor.field("port"), "99999", said(editor, "port"));
        page.locator("[data-field=proxyMode] input").check();
        assertThat(editor.field("proxyHost")).isVisible();
        still(editor, editor.field("proxyHost"), "nowhere", page.locator(".form-panel .trouble:visible"));
    }

    private static Locator said(Editor editor, String field) {
        return editor.page().locator(".live-field[data-field=" + field + "] [slot=error-message]:visible");
    }

    private static void still(Editor editor, Locator box, String mistake, Locator told) {
        box.click();
        editor.atRest();
        var before = places(editor);
        assertThat(before).isNotEmpty();
        box.fill(mistake);
        assertThat(told.first()).not().hasText("");
        assertThat(told.first()).isVisible();
        eventually(() -> assertThat(places(editor)).as(mistake).isEqualTo(before));
    }

    private static List<?> places(Editor editor) {
        return (List<?>) editor.page().evaluate(PLACES);
    }
}
