package dev.understudy.ui.editor.activity;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessUIContext;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import dev.understudy.edit.Edit;
import dev.understudy.environment.Schema;
import dev.understudy.ui.editor.EditorFixture;
import dev.understudy.ui.editor.EditorLinks;
import dev.understudy.ui.editor.Sample;
import dev.understudy.ui.editor.session.EditorServices;
import dev.understudy.ui.editor.session.EditorSession;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ActivityPanelIT extends EditorFixture {

    @Autowired
    private EditorServices services;

    private BrowserlessUIContext window;
    private ActivityPanel panel;

    @BeforeEach
    void somebodyDidSomething() {
        submit(ben, new Edit.Set(Sample.HEALTH_OPEN, Schema.RESPONSE_STATUS.key(), 204));
        submit(ben, new Edit.Set(Sample.PAY, Schema.ROUTE_ENDPOINT.key(), "pay"));
        window = open(ana);
        window.activate();
        EditorSession session = new EditorSession(services, accessOf(ana, id));
        panel = new ActivityPanel(session, Clock.systemUTC(), node -> EditorLinks.to(id, node));
        session.occupy(panel);
        UI.getCurrentOrThrow().add(panel);
        panel.show(true);
        eventually(window, () -> assertThat(rows()).hasSize(3));
    }

    private List<String> rows() {
        return window.find(ActivityRow.class, panel).all().stream()
                .map(row -> row.getElement().getChild(0).getTextRecursively())
                .toList();
    }

    private String place() {
        return window.find(Span.class, panel).withClassName("cut").single().getText();
    }

    @Test
    @DisplayName("U180 an entry leads to all that happened to its route, and back to everything")
    void onlyThisRoute() {
        ActivityRow newest = window.find(ActivityRow.class, panel).all().getFirst();
        window.test(window.find(NativeButton.class, newest).single()).click();
        eventually(window, () -> assertThat(buttons(window)).contains("Only this route"));
        press(window, "Only this route");
        eventually(window, () -> assertThat(rows()).hasSize(2));
        assertThat(rows().getFirst()).contains("Path of POST /pay");
        assertThat(place()).isEqualTo("POST pay");
        press(window, "Show everything");
        eventually(window, () -> assertThat(rows()).hasSize(3));
    }

    @Test
    @DisplayName("U187 what is read in one tab is not new in another of the same person")
    void tabs() {
        panel.show(false);
        BrowserlessUIContext elsewhere = open(ana);
        submit(ben, new Edit.Set(Sample.PAY, Schema.ROUTE_ENDPOINT.key(), "pay/later"));
        eventually(elsewhere, () -> assertThat(news(elsewhere)).containsExactly("1 new"));
        window.activate();
        window.roundTrip();
        panel.show(true);
        eventually(elsewhere, () -> isRead(elsewhere));
        submit(ben, new Edit.Set(Sample.PAY, Schema.ROUTE_ENDPOINT.key(), "pay/now"));
        eventually(window, () -> assertThat(rows()).hasSize(2));
        eventually(elsewhere, () -> isRead(elsewhere));
    }

    /// Each page gets on by its own round trips.
    private void isRead(BrowserlessUIContext page) {
        window.activate();
        window.roundTrip();
        var _ = notices(window);
        page.activate();
        assertThat(news(page)).isEmpty();
    }

    private static List<String> news(BrowserlessUIContext page) {
        return page.find(NativeButton.class).all().stream()
                .map(button -> button.getElement().getTextRecursively())
                .filter(words -> words.endsWith(" new"))
                .map(words -> words.replaceFirst("^Activity", ""))
                .toList();
    }

    @Test
    @DisplayName("U180 of a folder, what happened to all in it is shown")
    void folder() {
        panel.showNode(Sample.ORDERS);
        eventually(window, () -> assertThat(rows()).hasSize(2));
        assertThat(rows().getFirst()).contains("Path of POST /pay");
        assertThat(place()).isEqualTo("Orders");
    }
}
