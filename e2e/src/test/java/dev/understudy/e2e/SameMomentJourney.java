package dev.understudy.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.understudy.e2e.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Two people who choose at the same moment.
@ExtendWith(Stage.class)
class SameMomentJourney {

    private static final int TRIES = 12;
    private static final List<String> METHODS = List.of("GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS");

    private Parcels parcels;
    private Editor ana;
    private Editor ben;

    @BeforeEach
    void bothOpenTheSameRoute(Server server, People people) {
        parcels = Parcels.on(server);
        ana = Editor.open(people.ana(), parcels, Parcels.ON_ITS_WAY);
        ben = Editor.open(people.ben(), parcels, Parcels.ON_ITS_WAY);
        assertThat(ben.body()).containsText("on its way");
    }

    @Test
    @DisplayName("U123 of two methods chosen at the same moment both screens show the one that the document has")
    void methods() {
        for (var attempt = 0; attempt < TRIES; attempt++) {
            var anas = METHODS.get((2 * attempt + 1) % METHODS.size());
            var bens = METHODS.get((2 * attempt + 2) % METHODS.size());
            var options = List.of(option(ana, anas), option(ben, bens));
            // Spread around the same moment, so that each of the two is the first one at times.
            press(options.getFirst(), 300);
            press(options.getLast(), 280 + 5 * (attempt % 6));
            eventually(() -> assertThat(stored()).isIn(anas, bens));
            atRest();
            eventually(() -> {
                var stored = stored();
                assertThat(List.of(shown(ana), shown(ben)))
                        .as("Ana %s, Ben %s", anas, bens)
                        .containsOnly(stored);
            });
        }
    }

    @Test
    @DisplayName("U124 a box that both switch at the same moment says nothing, and both show what the document has")
    void switches() {
        for (var attempt = 0; attempt < TRIES; attempt++) {
            for (var person : List.of(ana, ben)) {
                press(person.page().locator(".address .live-flag[data-field=enabled] input"), 200);
            }
            ana.page().waitForTimeout(400);
            atRest();
            eventually(() -> {
                // What is so by default is not written.
                var enabled =
                        parcels.document().path("routes").get(0).path("enabled").asBoolean(true);
                for (var person : List.of(ana, ben)) {
                    var box = person.page().locator(".address .live-flag[data-field=enabled] vaadin-checkbox");
                    assertThat(box.evaluate("box => box.checked")).isEqualTo(enabled);
                    assertThat(box.evaluate("box => box.invalid")).isEqualTo(false);
                }
            });
        }
    }

    private String stored() {
        return parcels.document()
                .path("routes")
                .get(0)
                .path("method")
                .asString()
                .toUpperCase(Locale.ROOT);
    }

    private static String shown(Editor person) {
        return method(person).locator("vaadin-select-value-button").innerText().strip();
    }

    private static Locator method(Editor person) {
        return person.page().locator(".live-choice[data-field=method]");
    }

    private static Locator option(Editor person, String words) {
        method(person).locator("vaadin-select").click();
        return person.page()
                .getByRole(
                        AriaRole.OPTION,
                        new Page.GetByRoleOptions().setName(words).setExact(true));
    }

    /// Presses it after a while, so that two can press at the same moment.
    private static void press(Locator button, int millis) {
        button.first().waitFor();
        button.first().evaluate("(button, millis) => { setTimeout(() => button.click(), millis); }", millis);
    }

    private void atRest() {
        ana.page().waitForTimeout(300);
        ana.atRest();
        ben.atRest();
    }
}
