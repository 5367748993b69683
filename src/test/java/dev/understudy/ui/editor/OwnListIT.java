package dev.understudy.ui.editor;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessUIContext;
import com.vaadin.flow.component.html.Div;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class OwnListIT extends EditorFixture {

    @Test
    @DisplayName("U108 beside the settings and the files there is no list, which would be that of another page")
    void noListOfAnotherPage() {
        BrowserlessUIContext window = open(ben, Sample.BEANS);
        assertThat(lists(window)).hasSize(1);
        go(window, Sample.ROOT);
        assertThat(lists(window)).as("settings").isEmpty();
        go(window, Sample.LIST);
        assertThat(lists(window)).as("routes").hasSize(1);
        window.navigate(EditorLinks.to(id) + "/files", EditorView.class);
        assertThat(lists(window)).as("files").isEmpty();
        window.navigate(EditorLinks.to(id) + "/callbacks", EditorView.class);
        assertThat(lists(window)).as("callbacks").hasSize(1);
        assertThat(lists(openSection(ben, "files"))).as("files first").isEmpty();
        assertThat(lists(open(ben, Sample.ROOT))).as("settings first").isEmpty();
    }

    private static List<Div> lists(BrowserlessUIContext window) {
        return window.find(Div.class, window.find(SidePanel.class).single()).withClassName("list").all().stream()
                .filter(EditorFixture::isShown)
                .toList();
    }
}
