package dev.understudy.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Seeing what the mock is asked, and why it answers so.
@ExtendWith(Stage.class)
class TrafficJourney {

    private Server server;
    private Parcels parcels;
    private Editor ana;
    private Editor ben;

    @BeforeEach
    void bothLook(Server asked, People people) {
        server = asked;
        parcels = Parcels.on(server);
        ana = Editor.open(people.ana(), parcels, Parcels.ON_ITS_WAY);
        ben = Editor.open(people.ben(), parcels, Parcels.ALL_DEPOTS_FOUND);
        open(ana);
        open(ben);
    }

    @Test
    @DisplayName("U140 two browsers see the same request at once, with what answered it and why")
    void together() {
        assertThat(ana.page().locator(".traffic-panel")).containsText("curl");
        server.ask(parcels.url() + "/parcels/7");
        assertThat(row(ana, "/parcels/7")).isVisible();
        assertThat(row(ben, "/parcels/7")).isVisible();
        row(ben, "/parcels/7").locator("button").first().click();
        assertThat(row(ben, "/parcels/7")).containsText("default");
    }

    @Test
    @DisplayName("U140 of a request that nothing answers the nearest route is named")
    void nothing() {
        server.ask(parcels.url() + "/parcel/7");
        assertThat(row(ana, "/parcel/7")).containsText("nothing matched");
        assertThat(row(ana, "/parcel/7")).containsText("parcels/:id");
    }

    @Test
    @DisplayName("U148 what no route took becomes a route, and a request is taken over into the preview")
    void goingOn() {
        server.ask(parcels.url() + "/vans/3");
        row(ana, "/vans/3").locator("button").first().click();
        ana.page().getByText("Make a route of it").click();
        assertThat(ana.field("endpoint")).hasValue("vans/3");
        server.ask(parcels.url() + "/parcels/99");
        row(ben, "/parcels/99").locator("button").first().click();
        row(ben, "/parcels/99").getByText("Preview").click();
        assertThat(ben.page().locator(".preview-panel .sample input")).hasValue("/parcels/99");
        assertThat(ben.page().locator(".preview-panel .answer")).containsText("200");
    }

    private static void open(Editor person) {
        person.page().locator("aside nav button").getByText("Traffic").click();
        assertThat(person.page().locator(".traffic-panel")).isVisible();
    }

    private static Locator row(Editor person, String path) {
        return person.page()
                .locator(".traffic-panel .exchange")
                .filter(new Locator.FilterOptions().setHasText(path))
                .first();
    }
}
