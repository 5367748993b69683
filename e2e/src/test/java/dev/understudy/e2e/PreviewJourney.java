package dev.understudy.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Seeing what a response would be, while it is being written.
@ExtendWith(Stage.class)
class PreviewJourney {

    @Test
    @DisplayName("U145 the preview follows what one types and what others do, and the request that one makes up")
    void preview(Server server, People people) {
        var parcels = Parcels.on(server);
        var ana = Editor.open(people.ana(), parcels, Parcels.UNKNOWN);
        var page = ana.page();
        page.locator("aside nav button").getByText("Activity").click();
        page.locator(".beside > .tabs > button").getByText("Preview").click();
        var answer = page.locator(".preview-panel .answer");
        assertThat(answer).containsText("404");
        ana.body().click();
        page.keyboard().press("ControlOrMeta+a");
        page.keyboard().insertText("No parcel {{urlParam 'id'}} for {{header 'X-Who'}}");
        assertThat(answer.locator("pre")).hasText("No parcel 1 for");
        var sample = page.locator(".preview-panel .sample");
        sample.locator("input").fill("/parcels/77");
        sample.locator("textarea").first().fill("X-Who: Ana");
        assertThat(answer.locator("pre")).hasText("No parcel 77 for Ana");
        var ben = Editor.open(people.ben(), parcels, Parcels.UNKNOWN);
        ben.field("statusCode").fill("410");
        ben.saved();
        assertThat(answer).containsText("410");
        sample.locator("input").fill("/elsewhere");
        assertThat(answer).containsText("The route does not take GET /elsewhere.");
    }
}
