package dev.understudy.ui.editor.file;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessUIContext;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.textfield.TextField;
import dev.understudy.asset.Assets;
import dev.understudy.edit.Edit;
import dev.understudy.environment.AssetPath;
import dev.understudy.environment.Schema;
import dev.understudy.team.Role;
import dev.understudy.ui.editor.EditorFixture;
import dev.understudy.ui.editor.Sample;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class FileFieldIT extends EditorFixture {

    @Autowired
    private Assets assets;

    @BeforeEach
    void fileBody() {
        submit(ana, new Edit.Set(Sample.LIST_FOUND, Schema.RESPONSE_BODY_TYPE.key(), "FILE"));
    }

    @Test
    @DisplayName("U89 a path is chosen from the files of the environment, narrowed by what is typed")
    void choose() {
        store("menu.pdf");
        store("images/logo.png");
        BrowserlessUIContext window = open(ben, Sample.LIST_FOUND);
        FilePicker picker = window.find(FilePicker.class, field(window)).single();
        picker.open();
        eventually(
                window, () -> assertThat(listed(window, picker)).containsExactly("images/logo.png1 B", "menu.pdf1 B"));
        window.test(window.find(TextField.class, picker).single()).setValue("MENU");
        assertThat(listed(window, picker)).containsExactly("menu.pdf1 B");
        window.test(window.find(NativeButton.class, picker).single()).click();
        settle(window);
        assertThat(path()).isEqualTo("menu.pdf");
        assertThat(picker.isOpened()).isFalse();
    }

    @Test
    @DisplayName("U89 a path that names no file says so at the field as long as there is none, the mock stopped")
    void missing() {
        BrowserlessUIContext window = open(ben, Sample.LIST_FOUND);
        submit(ana, new Edit.Set(Sample.LIST_FOUND, Schema.RESPONSE_FILE.key(), "menu.pdf"));
        eventually(window, () -> assertThat(words(window)).contains("There is no file “menu.pdf”"));
        store("menu.pdf");
        eventually(window, () -> assertThat(words(window)).doesNotContain("There is no file"));
        assets.remove(accessOf(ana, id), new AssetPath("menu.pdf"));
        eventually(window, () -> assertThat(words(window)).contains("There is no file “menu.pdf”"));
        submit(ana, new Edit.Set(Sample.LIST_FOUND, Schema.RESPONSE_FILE.key(), "{{urlParam 'id'}}.pdf"));
        eventually(window, () -> assertThat(words(window)).doesNotContain("There is no file"));
    }

    @Test
    @DisplayName("U89 a file that is uploaded at a path is chosen there, whatever is shown when it arrives")
    void upload() {
        BrowserlessUIContext window = open(ben, Sample.LIST_FOUND);
        FileUploads uploads = window.find(FileUploads.class).single();
        window.test(window.find(Button.class).withText("Upload…").single()).click();
        go(window, Sample.PAID);
        uploads.show("menu.pdf", new byte[1], uploads.keep("menu.pdf", new byte[1]));
        settle(window);
        assertThat(path()).isEqualTo("menu.pdf");
        assertThat(document().get(Sample.PAID).get(Schema.RESPONSE_FILE)).isEmpty();
    }

    @Test
    @DisplayName("U50 a viewer is offered neither to choose nor to upload")
    void viewer() {
        BrowserlessUIContext window = open(member("Lea", Role.VIEWER), Sample.LIST_FOUND);
        assertThat(buttons(window)).doesNotContain("Upload…", "Choose a file");
    }

    private void store(String path) {
        assets.put(accessOf(ana, id), new AssetPath(path), new byte[1], true);
    }

    private String path() {
        return document().get(Sample.LIST_FOUND).get(Schema.RESPONSE_FILE);
    }

    private static FileField field(BrowserlessUIContext window) {
        return window.find(FileField.class).all().stream()
                .filter(EditorFixture::isShown)
                .findFirst()
                .orElseThrow();
    }

    private static String words(BrowserlessUIContext window) {
        return field(window).getElement().getTextRecursively();
    }

    private static List<String> listed(BrowserlessUIContext window, FilePicker picker) {
        return window.find(NativeButton.class, picker).all().stream()
                .map(entry -> entry.getElement().getTextRecursively())
                .toList();
    }
}
