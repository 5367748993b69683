package dev.understudy.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Finding again what the mock was asked: by links, filters, the page, and what is kept.
@ExtendWith(Stage.class)
class TrafficPageJourney {

    private Server server;
    private People people;
    private Parcels parcels;
    private Page ana;

    @BeforeEach
    void looks(Server asked, People all) {
        server = asked;
        people = all;
        parcels = Parcels.on(server);
        ana = Editor.open(people.ana(), parcels, Parcels.ON_ITS_WAY).page();
        ana.locator("aside nav button").getByText("Traffic").click();
        assertThat(ana.locator(".traffic-panel")).containsText("curl");
    }

    @Test
    @DisplayName("U151 a link that one person copies opens the exchange for another")
    void link() {
        server.ask(parcels.url() + "/parcels/7?token=s3cr3t");
        row(ana, "/parcels/7").locator("button").first().click();
        assertThat(row(ana, "/parcels/7")).containsText("token=REDACTED");
        row(ana, "/parcels/7").getByText("Copy link").click();
        assertThat(row(ana, "/parcels/7")).containsText("Copied");
        var copied = (String) row(ana, "/parcels/7")
                .locator("vaadin-button")
                .filter(new Locator.FilterOptions().setHasText("Copied"))
                .evaluate("button => new URL(button.__text, document.baseURI).href");
        var ben = people.ben();
        ben.navigate(copied);
        assertThat(row(ben, "/parcels/7")).containsText("Response");
        ben.navigate(copied.replaceFirst("exchange=.*", "exchange=0197a000-0000-7000-8000-000000000000"));
        assertThat(ben.locator(".traffic-linked")).containsText("not kept any more");
    }

    @Test
    @DisplayName("U152 U153 errors alone, on the page with its address, and back")
    void page() {
        server.ask(parcels.url() + "/parcels/7");
        server.ask(parcels.url() + "/nowhere");
        assertThat(row(ana, "/parcels/7")).isVisible();
        ana.locator(".traffic-filters").getByText("Errors").click();
        assertThat(row(ana, "/parcels/7")).not().isVisible();
        assertThat(row(ana, "/nowhere")).isVisible();
        ana.locator(".traffic-full").click();
        assertThat(ana).hasURL(Pattern.compile(".*/traffic\\?status=errors"));
        assertThat(ana.locator(".traffic-page .exchange:visible")).hasCount(1);
        ana.locator(".traffic-head input").fill("where");
        assertThat(ana).hasURL(Pattern.compile(".*/traffic\\?words=where&status=errors"));
        ana.reload();
        assertThat(ana.locator(".traffic-head input")).hasValue("where");
        assertThat(ana.locator(".traffic-page .exchange:visible")).hasCount(1);
        ana.locator(".traffic-page .exchange:visible button").first().click();
        assertThat(ana.locator(".traffic-page .exchange-details")).containsText("Open nearest");
        ana.locator(".traffic-filters").getByText("Errors").click();
        assertThat(ana).hasURL(Pattern.compile(".*/traffic\\?words=where"));
        ana.getByText("← Editor").click();
        assertThat(new Editor(ana).field("endpoint")).isVisible();
    }

    @Test
    @DisplayName("U150 where nothing older is kept, that is said")
    void older() {
        for (int number = 0; number < 5; number++) {
            server.ask(parcels.url() + "/before/" + number);
        }
        assertThat(row(ana, "/before/4")).isVisible();
        new Editor(ana).button("Older").click();
        assertThat(ana.locator(".traffic-older")).containsText("Nothing older is kept");
    }

    @Test
    @DisplayName("U152 on a phone nothing of the page goes beyond the edge, by day and by night")
    void phone() {
        for (int number = 0; number < 9; number++) {
            server.ask(parcels.url() + "/parcels/7?page=" + number);
        }
        server.ask(parcels.url() + "/a/very/long/path/that/does/not/fit/into/one/line/of/a/phone/at/all");
        for (ColorScheme scheme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
            for (int width : new int[] {390, 1280}) {
                var page = people.ana(
                        new NewContextOptions().setViewportSize(width, 844).setColorScheme(scheme));
                page.navigate(parcels.address(Parcels.ON_ITS_WAY).replaceFirst("/[^/]*$", "/traffic"));
                assertThat(page.locator(".traffic-page .exchange:visible")).hasCount(10);
                page.locator(".traffic-page .exchange button").nth(1).click();
                assertThat(page.locator(".exchange-details")).containsText("Copy link");
                var wide = page.evaluate("() => document.documentElement.scrollWidth - innerWidth");
                org.assertj.core.api.Assertions.assertThat(((Number) wide).intValue())
                        .isLessThanOrEqualTo(0);
                page.screenshot(new Page.ScreenshotOptions()
                        .setPath(Path.of("target", "traffic-" + width + "-" + scheme + ".png")));
            }
        }
    }

    private static Locator row(Page person, String path) {
        return person.locator(".traffic-panel .exchange")
                .filter(new Locator.FilterOptions().setHasText(path))
                .first();
    }
}
