package dev.understudy.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessUIContext;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasEnabled;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import dev.understudy.collab.EnvironmentSummary;
import dev.understudy.server.HeldConnections;
import dev.understudy.team.Actor;
import dev.understudy.team.Role;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/// A page while the database holds all that it reads and writes, or has no connection left.
@SpringBootTest(
        properties = {
            "understudy.sample=false",
            "understudy.database.lock-time=60s",
            "understudy.database.statement-time=60s",
            "understudy.database.idle-transaction-time=120s",
            "spring.datasource.hikari.connection-timeout=1000",
            "spring.datasource.hikari.maximum-pool-size=" + StalledFixture.POOL
        })
public abstract class StalledFixture extends UiFixture {

    protected static final int POOL = 16;

    /// Far longer than a click takes, and far shorter than what is locked is waited for.
    protected static final Duration AT_ONCE = Duration.ofSeconds(30);

    @Autowired
    private DataSource database;

    protected HeldConnections held;
    protected Actor ana;
    protected BrowserlessUIContext window;

    @BeforeEach
    void hold() {
        held = new HeldConnections(database);
        ana = member("Ana", Role.OWNER);
    }

    @AfterEach
    void release() throws Exception {
        held.close();
    }

    protected void twice(String table, Button button) throws Exception {
        stalled(table, button, () -> {
            button.click();
            button.click();
        });
    }

    /// Presses while nobody can read or write a table, and waits until that has been answered.
    protected <C extends Component & HasEnabled> void stalled(String table, C control, Runnable press)
            throws Exception {
        held.lock("lock table " + table + " in access exclusive mode");
        long start = System.nanoTime();
        press.run();
        assertThat(isBusy(control)).isTrue();
        assertThat(control.isEnabled()).isFalse();
        answers();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(AT_ONCE);
        held.close();
        eventually(
                window,
                () -> assertThat(isBusy(control) && control.isAttached()).isFalse());
        settle(window);
        // One whose row is gone, or whose page, is not looked at any more.
        assertThat(control.isEnabled() || !control.isAttached()).isTrue();
    }

    /// The page does what has nothing to do with the database.
    protected void answers() {
        window.roundTrip();
        var toggles = window.find(Button.class).withClassName("nav-toggle").all();
        toggles.forEach(toggle -> {
            String before = toggle.getElement().getAttribute("aria-expanded");
            window.test(toggle).click();
            assertThat(toggle.getElement().getAttribute("aria-expanded")).isNotEqualTo(before);
        });
    }

    protected void open(String address) {
        window = browserOf(ana);
        window.navigate(address, Div.class);
    }

    protected Button button(String text) {
        return window.find(Button.class).withText(text).all().getFirst();
    }

    protected void name(String name) {
        window.find(TextField.class)
                .withCondition(field -> "Name".equals(field.getLabel()))
                .single()
                .setValue(name);
    }

    protected List<String> names() {
        return environments.list(accessOf(ana)).stream()
                .map(EnvironmentSummary::name)
                .toList();
    }
}
