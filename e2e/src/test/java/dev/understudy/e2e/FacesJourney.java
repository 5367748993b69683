package dev.understudy.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.understudy.e2e.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.MouseButton;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What people see first: something that answers, a way home, and what they did.
@ExtendWith(Stage.class)
class FacesJourney {

    @Test
    @DisplayName("U104 a new environment is open, runs, and answers at the address that the bar shows")
    void newEnvironment(Server server, People people) {
        var ana = people.ana();
        ana.navigate("/");
        ana.getByText("New environment").first().click();
        ana.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).fill("Fresh " + System.nanoTime());
        ana.keyboard().press("Enter");
        var link = ana.locator(".listener a");
        assertThat(link).isVisible();
        var url = link.getAttribute("href").replaceAll("/$", "");
        eventually(() -> assertThat(server.ask(url + "/hello?name=Ana").body()).contains("Hello Ana"));
    }

    @Test
    @DisplayName("U110 on a phone a visible way leads from the editor and its settings to the list")
    void wayHome(Server server, People people) {
        var parcels = Parcels.on(server);
        var phone = people.ana(new NewContextOptions().setViewportSize(390, 844));
        for (var place : new String[] {"", "/files"}) {
            phone.navigate("/environments/" + parcels.id() + place);
            phone.locator(".editor > header > .home").click();
            assertThat(phone.locator("table.environments")).isVisible();
        }
    }

    @ParameterizedTest
    @CsvSource({"1440, 900", "390, 844"})
    @DisplayName("U112 the notice about a removal stands within the page and above the line at the bottom")
    void noticeInPlace(int width, int height, Server server, People people) {
        var page = people.ana(new NewContextOptions().setViewportSize(width, height));
        var ana = Editor.open(page, Parcels.on(server), Parcels.ON_ITS_WAY);
        if (page.locator(".drawer-button").isVisible()) {
            page.locator(".drawer-button").click();
        }
        ana.row("parcels/:id").click(new Locator.ClickOptions().setButton(MouseButton.RIGHT));
        page.getByRole(AriaRole.MENUITEM).getByText("Delete").click();
        var card = page.locator("vaadin-notification-card").first();
        assertThat(card).containsText("Removed GET parcels/:id");
        eventually(() -> {
            var box = card.boundingBox();
            assertThat(box.x).isGreaterThanOrEqualTo(0);
            assertThat(box.x + box.width).isLessThanOrEqualTo(width);
            assertThat(box.y + box.height)
                    .isLessThanOrEqualTo(page.locator(".editor > footer").boundingBox().y);
        });
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "notice-" + width + ".png")));
    }

    @Test
    @DisplayName("U112 the notice about a removal stands above the line at the bottom, and F8 and Enter take it back")
    void notice(Server server, People people) {
        var ana = Editor.open(people.ana(), Parcels.on(server), Parcels.ON_ITS_WAY);
        var page = ana.page();
        var row = ana.row("parcels/:id");
        row.click(new Locator.ClickOptions().setButton(MouseButton.RIGHT));
        page.getByRole(AriaRole.MENUITEM).getByText("Delete").click();
        assertThat(row).isHidden();
        var card = page.locator("vaadin-notification-card").first();
        assertThat(card).containsText("Removed GET parcels/:id");
        eventually(() -> {
            var box = card.boundingBox();
            assertThat(box.y + box.height)
                    .isLessThanOrEqualTo(page.locator(".editor > footer").boundingBox().y);
        });
        page.keyboard().press("F8");
        assertThat(card.getByText("Undo")).isFocused();
        page.keyboard().press("Enter");
        assertThat(row).isVisible();
    }
}
