package dev.understudy.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// What a changed password does to browsers that are signed in.
@ExtendWith(Stage.class)
class PasswordJourney {

    @Test
    @DisplayName("who changes the password stays signed in; every other browser has to sign in again")
    void otherBrowsers(People people) {
        var here = people.cleo();
        var there = people.signIn("cleo@example.org", People.passwordOf("Cleo"));
        assertThat(there.getByText("Environments").first()).isVisible();
        here.navigate("/profile");
        here.getByLabel("Current password").fill(People.passwordOf("Cleo"));
        here.getByLabel("New password").fill("quite another password");
        here.getByText("Change password").last().click();
        assertThat(here.getByText("Your password is changed")).isVisible();
        here.reload();
        assertThat(here.getByLabel("Current password")).isVisible();
        there.reload();
        assertThat(there.getByLabel("E-mail")).isVisible();
        assertThat(there.getByLabel("Current password")).isHidden();
    }
}
