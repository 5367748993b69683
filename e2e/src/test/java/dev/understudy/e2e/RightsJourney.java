package dev.understudy.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.assertions.LocatorAssertions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// What a viewer can do.
@ExtendWith(Stage.class)
class RightsJourney {

    private static final LocatorAssertions.IsEditableOptions READ_ONLY =
            new LocatorAssertions.IsEditableOptions().setEditable(false);

    @Test
    @DisplayName("a viewer sees changes as they are made and can make none")
    void viewer(Server server, People people) {
        var parcels = Parcels.on(server);
        var ana = Editor.open(people.ana(), parcels, Parcels.ON_ITS_WAY);
        var lea = Editor.open(people.lea(), parcels, Parcels.ON_ITS_WAY);
        ana.field("label").fill("In the van");
        assertThat(lea.field("label")).hasValue("In the van");
        assertThat(lea.field("label")).isEditable(READ_ONLY);
        assertThat(lea.field("endpoint")).isEditable(READ_ONLY);
        lea.body().click();
        lea.page().keyboard().type("x");
        assertThat(lea.body()).not().containsText("x");
        assertThat(lea.button("Add")).isHidden();
        assertThat(lea.button("+ Response")).isHidden();
        assertThat(lea.page().getByText("You may look but not change")).isVisible();
        assertThat(ana.here()).hasText("2 here");
    }
}
