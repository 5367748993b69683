package dev.understudy.ui.shell;

import static dev.understudy.db.Tables.APP_USER;
import static dev.understudy.db.Tables.MEMBER;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessUIContext;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import dev.understudy.team.Actor;
import dev.understudy.team.Role;
import dev.understudy.team.account.AccessTokens.Fate;
import dev.understudy.team.account.Users;
import dev.understudy.ui.UiFixture;
import org.jooq.DSLContext;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class OpenPagesIT extends UiFixture {

    @Autowired
    private OpenPages pages;

    @Autowired
    private Users users;

    @Autowired
    private DSLContext sql;

    @Test
    @DisplayName("P40 signing out everywhere closes the pages of that person, and of nobody else")
    void everywhere() {
        Actor ana = member("Ana", Role.OWNER);
        Actor ben = member("Ben", Role.EDITOR);
        BrowserlessUIContext anas = home(ana);
        UI page = UI.getCurrentOrThrow();
        home(ben);
        UI other = UI.getCurrentOrThrow();
        anas.activate();
        users.signOutEverywhere(ana, Fate.KEPT);
        eventually(anas, () -> assertThat(ended(anas, page)).isTrue());
        assertThat(other.isClosing()).isFalse();
        assertThat(pages.open(ben.user())).isEqualTo(1);
        anas.getUser().close();
        assertThat(pages.open(ana.user())).isZero();
    }

    @Test
    @DisplayName("P42 a password that another process changed ends the page")
    void elsewhere() {
        Actor ana = member("Ana", Role.OWNER);
        BrowserlessUIContext window = home(ana);
        UI page = UI.getCurrentOrThrow();
        assertThat(ended(window, page)).isFalse();
        sql.update(APP_USER)
                .set(APP_USER.PASSWORD_HASH, "another")
                .where(APP_USER.ID.eq(ana.user().value()))
                .execute();
        eventually(window, () -> assertThat(ended(window, page)).isTrue());
    }

    @Test
    @DisplayName("P42 a membership that another process ended ends here too, and the page says so")
    void membershipElsewhere() {
        Actor ben = member("Ben", Role.EDITOR);
        BrowserlessUIContext window = home(ben);
        sql.deleteFrom(MEMBER).where(MEMBER.USER_ID.eq(ben.user().value())).execute();
        eventually(
                window,
                () -> assertThat(notices(window))
                        .anyMatch(text -> text.contains("You are no longer in the team “Team”.")));
    }

    @Test
    @DisplayName("P40 a page that is closed is forgotten")
    void closed() {
        Actor ana = member("Ana", Role.OWNER);
        BrowserlessUIContext window = home(ana);
        assertThat(pages.open(ana.user())).isEqualTo(1);
        window.getUser().close();
        assertThat(pages.open(ana.user())).isZero();
    }

    private static boolean ended(BrowserlessUIContext window, UI page) {
        // Looking at what a window shows lets it do what waits for it.
        assertThat(notices(window)).isEmpty();
        return page.isClosing();
    }

    private BrowserlessUIContext home(Actor actor) {
        BrowserlessUIContext window = signedInBrowserOf(actor);
        window.navigate("", Component.class);
        return window;
    }
}
