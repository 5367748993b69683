package dev.understudy.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.understudy.e2e.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Getting from one node to another.
@ExtendWith(Stage.class)
class WayAroundJourney {

    private Parcels parcels;

    @BeforeEach
    void environment(Server server) {
        parcels = Parcels.on(server);
    }

    @Test
    @DisplayName("a link to a response opens it; back and forward go through what was looked at")
    void links(People people) {
        var ana = Editor.open(people.ana(), parcels, Parcels.UNKNOWN);
        assertThat(ana.field("label")).hasValue("Unknown parcel");
        ana.row("depots").click();
        assertThat(ana.field("endpoint")).hasValue("depots");
        assertThat(ana.page()).hasURL(Pattern.compile(Parcels.ALL_DEPOTS + "$|" + "0012$"));
        ana.atRest();
        ana.page().goBack();
        assertThat(ana.field("label")).hasValue("Unknown parcel");
        ana.atRest();
        ana.page().goForward();
        assertThat(ana.field("endpoint")).hasValue("depots");
    }

    @Test
    @DisplayName("a route dragged into a folder is in it for everybody, and answers as before")
    void dragging(People people) {
        var ana = Editor.open(people.ana(), parcels, Parcels.ON_ITS_WAY);
        var ben = Editor.open(people.ben(), parcels, Parcels.ON_ITS_WAY);
        ana.row("parcels").dragTo(ana.row("Depots"));
        eventually(() -> assertThat(parcels.document().path("folders").get(0).path("children"))
                .hasSize(2));
        eventually(() -> assertThat(order(ben)).containsExactly("parcels/:id", "Depots", "depots", "parcels"));
    }

    @Test
    @DisplayName("on a phone the tree is a drawer, and everything can be read")
    void phone(People people) {
        var ana =
                Editor.open(people.ana(new NewContextOptions().setViewportSize(390, 844)), parcels, Parcels.ON_ITS_WAY);
        assertThat(ana.body()).containsText("on its way");
        assertThat(ana.row("depots")).not().isInViewport();
        ana.button("Routes").click();
        assertThat(ana.row("depots")).isInViewport();
        ana.row("depots").click();
        assertThat(ana.field("endpoint")).hasValue("depots");
        assertThat(ana.row("depots")).not().isInViewport();
        assertThat(ana.page().evaluate("document.documentElement.scrollWidth")).isEqualTo(390);
    }

    private static List<String> order(Editor editor) {
        return editor.page().locator(".tree-row").locator(".path, .fold").allInnerTexts();
    }
}
