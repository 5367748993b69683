package dev.understudy.ui.editor.field;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessUIContext;
import dev.understudy.environment.Schema;
import dev.understudy.team.Actor;
import dev.understudy.team.Role;
import dev.understudy.ui.UiFixture;
import dev.understudy.ui.editor.Sample;
import dev.understudy.ui.editor.session.EditorServices;
import dev.understudy.ui.editor.session.EditorSession;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class LiveNumberIT extends UiFixture {

    @Autowired
    private EditorServices services;

    @Test
    @DisplayName("U58 a number that is none, or out of its limits, is told with the limits and not saved")
    void numbers() {
        Actor ana = member("Ana", Role.OWNER);
        var id = environments.create(accessOf(ana), Sample.document());
        BrowserlessUIContext window = browserOf(ana);
        window.activate();
        LiveNumber status = new LiveNumber(new EditorSession(services, accessOf(ana, id)), Schema.RESPONSE_STATUS);
        status.bind(Sample.PAID);
        for (String text : List.of("99", "1000", "abc", "", "2e2", "99999999999")) {
            status.typed(Sample.PAID, text, 1);
            assertThat(status.box().getErrorMessage())
                    .as(text)
                    .isEqualTo("Status is a whole number between 100 and 999.");
        }
        status.typed(Sample.PAID, " 404 ", 2);
        settle(window);
        assertThat(status.box().isInvalid()).isFalse();
        assertThat(status.shown()).isEqualTo("404");
    }

    @Test
    @DisplayName("U99 what was said of a number goes when the number is the stored one again")
    void goodAgain() {
        Actor ana = member("Ana", Role.OWNER);
        var id = environments.create(accessOf(ana), Sample.document());
        BrowserlessUIContext window = browserOf(ana);
        window.activate();
        LiveNumber status = new LiveNumber(new EditorSession(services, accessOf(ana, id)), Schema.RESPONSE_STATUS);
        status.bind(Sample.PAID);
        String stored = status.shown();
        status.typed(Sample.PAID, "abc", 1);
        status.typed(Sample.PAID, stored, 2);
        settle(window);
        assertThat(status.box().isInvalid()).isFalse();
        assertThat(status.box().getErrorMessage()).isEmpty();
    }
}
