package dev.understudy.ui.editor;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessUIContext;
import dev.understudy.edit.Edit;
import dev.understudy.environment.EnvironmentId;
import dev.understudy.environment.Schema;
import dev.understudy.hosting.listener.ListenerState;
import dev.understudy.hosting.listener.Listeners;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class PortNoteIT extends EditorFixture {

    @Autowired
    private Listeners listeners;

    @Test
    @DisplayName("U109 why a mock answers elsewhere follows the mock that was in the way, while the page is open")
    void otherMockStops() {
        EnvironmentId odd = environment(ana, "Odd things");
        ListenerState.Running there = (ListenerState.Running) listeners.start(accessOf(ana, odd), Optional.empty());
        submit(ana, new Edit.Set(Sample.ROOT, Schema.ENVIRONMENT_PORT.key(), there.port()));
        listeners.start(accessOf(ana, id), Optional.empty());
        BrowserlessUIContext window = open(ben);
        eventually(window, () -> assertThat(text(window, ListenerBar.class)).contains(there.port() + " is taken"));
        listeners.stop(accessOf(ana, odd));
        eventually(window, () -> assertThat(text(window, ListenerBar.class)).contains(there.port() + " was taken"));
        listeners.stop(accessOf(ana, id));
    }
}
