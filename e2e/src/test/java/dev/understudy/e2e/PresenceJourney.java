package dev.understudy.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Who sees whom, and where.
@ExtendWith(Stage.class)
class PresenceJourney {

    private Parcels parcels;

    @BeforeEach
    void environment(Server server) {
        parcels = Parcels.on(server);
    }

    @Test
    @DisplayName("the count says 2 while both are there, and 1 when one has closed the tab")
    void count(People people) {
        var ana = Editor.open(people.ana(), parcels, Parcels.ON_ITS_WAY);
        assertThat(ana.here()).hasText("1 here");
        var ben = Editor.open(people.ben(), parcels, Parcels.ON_ITS_WAY);
        assertThat(ana.here()).hasText("2 here");
        assertThat(ben.here()).hasText("2 here");
        ben.page().close();
        assertThat(ana.here()).hasText("1 here");
    }

    @Test
    @DisplayName("the route that somebody is on has a dot, the field an outline with the name, the body a caret")
    void places(People people) {
        var ana = Editor.open(people.ana(), parcels, Parcels.ON_ITS_WAY);
        var ben = Editor.open(people.ben(), parcels, Parcels.NEW_PARCEL);
        assertThat(ana.dots("parcels")).hasCount(1);
        ben.row("parcels/:id").click();
        assertThat(ana.dots("parcels/:id")).hasCount(1);
        assertThat(ana.dots("parcels")).hasCount(0);
        ben.field("label").click();
        assertThat(ana.page().locator(".live-field[data-field=label]").getByText("Ben"))
                .isVisible();
        ben.body().click();
        assertThat(ana.page().locator("understudy-code[data-field=body]").getByText("Ben"))
                .isVisible();
        assertThat(ana.page().locator(".live-field[data-field=label]").getByText("Ben"))
                .isHidden();
    }

    @Test
    @DisplayName("U126 whoever leaves a field without entering another one is not shown at it any more")
    void leaves(People people) {
        var ana = Editor.open(people.ana(), parcels, Parcels.ON_ITS_WAY);
        var ben = Editor.open(people.ben(), parcels, Parcels.ON_ITS_WAY);
        for (var field : List.of("latency", "label")) {
            ben.field(field).click();
            var place = ana.page().locator(".live-field[data-field=" + field + "].occupied");
            assertThat(place).isVisible();
            ben.tab(field.equals("label") ? "Body" : "Headers");
            assertThat(place).isHidden();
        }
        assertThat(ana.dots("parcels/:id")).hasCount(1);
    }

    @Test
    @DisplayName("the list of environments shows who is in one")
    void home(People people) {
        var ana = people.ana();
        ana.navigate("/");
        var row = ana.locator("table.environments tbody tr")
                .filter(new Locator.FilterOptions().setHas(ana.locator("a[href$='" + parcels.id() + "']")));
        assertThat(row).containsText("nobody");
        var ben = Editor.open(people.ben(), parcels, Parcels.ON_ITS_WAY);
        assertThat(row.locator(".person")).hasCount(1);
        ben.page().close();
        assertThat(row).containsText("nobody");
    }

    @Test
    @DisplayName("U74 U107 whose line is dead is gone from the list and the editor within half a minute, and is told")
    void asleep(Server server, People people) {
        var home = people.ana();
        home.navigate("/");
        var row = home.locator("table.environments tbody tr")
                .filter(new Locator.FilterOptions().setHas(home.locator("a[href$='" + parcels.id() + "']")));
        try (var toEditor = Line.to(server.port())) {
            var ana = Editor.open(people.anaAt(toEditor.url()), parcels, Parcels.ON_ITS_WAY);
            var ben = Editor.open(people.ben(), parcels, Parcels.ON_ITS_WAY);
            assertThat(ben.here()).hasText("2 here");
            assertThat(row.locator(".person")).hasCount(2);
            toEditor.freeze();
            assertThat(ben.here()).hasText("1 here", new LocatorAssertions.HasTextOptions().setTimeout(45_000));
            assertThat(row.locator(".person")).hasCount(1);
            assertThat(ana.safety()).containsText("Not connected");
            toEditor.cut();
            toEditor.mend();
            assertThat(ana.safety()).containsText("Saved");
            assertThat(ben.here()).hasText("2 here");
        }
    }
}
