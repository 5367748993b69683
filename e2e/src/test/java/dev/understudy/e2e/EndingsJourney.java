package dev.understudy.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// What pages that are open and do nothing show when somebody loses their session or their rights.
@ExtendWith(Stage.class)
class EndingsJourney {

    private static final String CHANGED = "You were signed out because your password was changed";
    private static final LocatorAssertions.IsEditableOptions READ_ONLY =
            new LocatorAssertions.IsEditableOptions().setEditable(false);

    @Test
    @DisplayName("P40 a changed password ends the pages of other browsers at once, and they say why")
    void passwordChanged(People people) {
        var here = people.newcomer("Dora", "Editor");
        var there = people.signIn("dora@example.org", People.passwordOf("Dora"));
        assertThat(there.getByText("Environments").first()).isVisible();
        settle(there);
        here.navigate("/profile");
        here.getByLabel("Current password").fill(People.passwordOf("Dora"));
        here.getByLabel("New password").fill("quite another password");
        here.getByText("Change password").last().click();
        soon("the other browser", there.getByText(CHANGED));
        assertThat(there.getByLabel("E-mail")).isVisible();
        assertThat(here.getByText("Your password is changed")).isVisible();
        here.reload();
        assertThat(here.getByLabel("Current password")).isVisible();
        there.getByLabel("E-mail").fill("dora@example.org");
        there.getByLabel("Password", new Page.GetByLabelOptions().setExact(true))
                .fill("quite another password");
        there.keyboard().press("Enter");
        assertThat(there.getByText("Environments").first()).isVisible();
    }

    @Test
    @DisplayName("P40 a changed password ends the pages of browsers at another process as well")
    void passwordChangedElsewhere(Server server, People people) throws Exception {
        try (var second = server.another()) {
            var here = people.newcomer("Edgar", "Editor");
            var there = people.signInAt(second.url(), "edgar@example.org", People.passwordOf("Edgar"));
            assertThat(there.getByText("Environments").first()).isVisible();
            settle(there);
            here.navigate("/profile");
            here.getByLabel("Current password").fill(People.passwordOf("Edgar"));
            here.getByLabel("New password").fill("quite another password");
            here.getByText("Change password").last().click();
            soon("the browser at the other process", there.getByText(CHANGED));
            there.navigate("about:blank");
        }
    }

    @Test
    @DisplayName("P40 signing out everywhere ends every page, this one too, and the tokens if that is wanted")
    void everywhere(People people) {
        var here = people.newcomer("Fay", "Editor");
        var there = people.signIn("fay@example.org", People.passwordOf("Fay"));
        assertThat(there.getByText("Environments").first()).isVisible();
        there.navigate("/tokens");
        there.getByText("New access token").click();
        there.getByLabel("Name").fill("CI");
        there.getByText("Create token").click();
        there.getByText("Done", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(there.getByLabel("Revoke CI").last()).isVisible();
        here.navigate("/profile");
        here.getByText("Sign out everywhere…").click();
        here.getByRole(AriaRole.DIALOG)
                .getByLabel("Also revoke my access token")
                .check();
        var beside = there.context().newPage();
        beside.navigate("/");
        assertThat(beside.getByText("Environments").first()).isVisible();
        settle(beside);
        here.getByText("Sign out everywhere", new Page.GetByTextOptions().setExact(true))
                .click();
        soon("the other browser", there.getByText("You were signed out everywhere"));
        soon("its other tab", beside.getByText("You were signed out everywhere"));
        soon("this browser", here.getByText("You were signed out everywhere"));
        var again = people.signIn("fay@example.org", People.passwordOf("Fay"));
        assertThat(again.getByText("Environments").first()).isVisible();
        again.navigate("/tokens");
        assertThat(again.getByText("You have no access tokens")).isVisible();
    }

    @Test
    @DisplayName("P42 who is removed from the team loses it in the list and in the editor at once, and reads why")
    void removed(Server server, People people) {
        var parcels = Parcels.on(server);
        var gus = people.newcomer("Gus", "Editor");
        var editor = Editor.open(gus, parcels, Parcels.ON_ITS_WAY);
        var list = gus.context().newPage();
        list.navigate("/");
        assertThat(list.getByText("New environment").first()).isVisible();
        settle(list);
        var ana = people.ana();
        ana.navigate("/members");
        ana.getByLabel("Remove Gus").click();
        ana.getByText("Remove Gus", new Page.GetByTextOptions().setExact(true)).click();
        soon("the editor", editor.page().getByText("You are no longer in the team of this environment"));
        soon("the list", list.getByText("You are no longer in the team"));
        assertThat(editor.body()).isHidden();
        assertThat(list.getByText("New environment")).isHidden();
    }

    @Test
    @DisplayName("P42 who is made a viewer can type no more in an editor that is open, and reads why")
    void demoted(Server server, People people) {
        var parcels = Parcels.on(server);
        var hal = Editor.open(people.newcomer("Hal", "Editor"), parcels, Parcels.ON_ITS_WAY);
        settle(hal.page());
        var ana = people.ana();
        ana.navigate("/members");
        ana.getByLabel("Role of Hal").last().click();
        ana.getByText("Viewer").last().click();
        soon("the editor", hal.page().getByText("You are a viewer now"));
        assertThat(hal.field("label")).isEditable(READ_ONLY);
        assertThat(hal.page().getByText("You may look but not change")).isVisible();
    }

    /// Lets a page finish what it does of itself, so that it only listens.
    private static void settle(Page page) {
        page.waitForTimeout(500);
    }

    private static void soon(String where, Locator expected) {
        var start = System.nanoTime();
        assertThat(expected.first()).isVisible();
        System.out.println(where + " said so after "
                + Duration.ofNanos(System.nanoTime() - start).toMillis() + " ms");
    }
}
