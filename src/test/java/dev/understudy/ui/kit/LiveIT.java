package dev.understudy.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessUIContext;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import dev.understudy.team.Role;
import dev.understudy.ui.UiFixture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class LiveIT extends UiFixture {

    @Test
    @DisplayName("U26 what a component listens to ends when it leaves the screen, and begins again when it comes back")
    void whileOnTheScreen() {
        BrowserlessUIContext window = browserOf(member("Ana", Role.OWNER));
        window.navigate("", Component.class);
        UI page = UI.getCurrentOrThrow();
        AtomicInteger listening = new AtomicInteger();
        Div component = new Div();
        Live.whileAttached(component, _ -> {
            listening.incrementAndGet();
            return listening::decrementAndGet;
        });
        assertThat(listening).hasValue(0);

        page.add(component);
        assertThat(listening).hasValue(1);
        page.remove(component);
        assertThat(listening).hasValue(0);
        page.add(component);
        assertThat(listening).hasValue(1);
        window.getUser().close();
        assertThat(listening).hasValue(0);
    }
}
