package dev.understudy.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.understudy.e2e.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// The list of environments on two screens.
@ExtendWith(Stage.class)
class HomeJourney {

    /// Lets go of a file over an element, as a browser does after it was dragged in from a folder.
    private static final String DROP = """
            (zone, file) => {
              const data = new DataTransfer();
              data.items.add(new File([file.content], file.name, { type: 'application/json' }));
              for (const type of ['dragenter', 'dragover', 'drop']) {
                zone.dispatchEvent(new DragEvent(type, { dataTransfer: data, bubbles: true, cancelable: true, composed: true }));
              }
            }""";

    @Test
    @DisplayName("a file that is dropped becomes an environment whose mock answers as soon as it is started")
    void dropped(Server server, People people) {
        var ana = people.ana();
        ana.navigate("/");
        var name = "Dropped " + System.nanoTime();
        ana.locator(".import-zone vaadin-upload-drop-zone")
                .evaluate(
                        DROP,
                        Map.of(
                                "name",
                                "parcels.json",
                                "content",
                                Parcels.file().replace("\"Parcels\"", '"' + name + '"')));
        assertThat(ana.locator(".import-result")).containsText(name + " imported from parcels.json");
        var row = row(ana, name);
        row.getByText("Start").click();
        var link = row.locator(".mock a");
        assertThat(link).isVisible();
        var url = link.getAttribute("href").replaceAll("/$", "");
        eventually(() -> assertThat(server.ask(url + "/parcels/7").body()).contains("on its way"));
    }

    @Test
    @DisplayName("a rename shows at the other's home and in the open editor")
    void renamed(Server server, People people) {
        var parcels = Parcels.on(server);
        var ana = people.ana();
        var ben = people.ben();
        ana.navigate("/");
        ben.navigate("/");
        var editor = Editor.open(people.ana(), parcels, Parcels.ON_ITS_WAY);
        var link = "a[href$='" + parcels.id() + "']";
        assertThat(ben.locator(link)).hasText("Parcels");
        ana.locator("tr")
                .filter(has(ana, link))
                .locator(".menu-cell vaadin-button, .menu-cell button")
                .first()
                .click();
        ana.getByRole(AriaRole.MENUITEM).getByText("Rename").click();
        ana.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).fill("Letters");
        ana.keyboard().press("Enter");
        for (var home : new Page[] {ana, ben}) {
            assertThat(home.locator(link)).hasText("Letters");
        }
        assertThat(editor.page()).hasTitle("GET parcels/:id · Letters · Understudy");
        editor.field("name").fill("Letters and parcels");
        assertThat(ben.locator(link)).hasText("Letters and parcels");
    }

    private static Locator row(Page page, String name) {
        return page.locator("table.environments tbody tr").filter(new Locator.FilterOptions().setHasText(name));
    }

    private static Locator.FilterOptions has(Page page, String selector) {
        return new Locator.FilterOptions().setHas(page.locator(selector));
    }
}
