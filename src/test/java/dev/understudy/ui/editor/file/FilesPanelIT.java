package dev.understudy.ui.editor.file;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessUIContext;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.dom.Element;
import dev.understudy.asset.Asset;
import dev.understudy.asset.Assets;
import dev.understudy.asset.TestContent;
import dev.understudy.edit.Edit;
import dev.understudy.environment.AssetPath;
import dev.understudy.environment.Limits;
import dev.understudy.environment.Schema;
import dev.understudy.server.HeldConnections;
import dev.understudy.team.Role;
import dev.understudy.ui.editor.EditorFixture;
import dev.understudy.ui.editor.EditorLinks;
import dev.understudy.ui.editor.Sample;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class FilesPanelIT extends EditorFixture {

    private static final AssetPath MENU = new AssetPath("menu.pdf");

    @Autowired
    private Assets assets;

    @Autowired
    private DataSource database;

    private BrowserlessUIContext window;

    @Test
    @DisplayName("U86 files are listed with size, author and uses, and what others do with them shows at once")
    void others() {
        show(Role.EDITOR);
        eventually(window, () -> assertThat(panel()).contains("No files yet", "Drop files here"));
        assets.put(accessOf(ana, id), MENU, new byte[2048], true);
        sends("./menu.pdf");
        eventually(window, () -> assertThat(row(MENU)).contains("2 KB", "Ana", "just now", "GET orders · 200 Found"));
        assertThat(window.find(Anchor.class, fileRow(MENU)).all().getLast().getHref())
                .isEqualTo(EditorLinks.to(id, Sample.LIST_FOUND));
        assertThat(panel()).contains("1 file · 2 KB of 100 MB").doesNotContain("No files yet");
        assets.remove(accessOf(ana, id), MENU);
        eventually(window, () -> assertThat(panel()).contains("No files yet"));
    }

    @Test
    @DisplayName("U86 the way to the files says how many there are, also beside another page")
    void counted() {
        assets.put(accessOf(ana, id), MENU, new byte[1], true);
        window = open(ben, Sample.LIST);
        eventually(
                window,
                () -> assertThat(window.find(Anchor.class).all())
                        .anyMatch(link -> link.getElement().getTextRecursively().equals("Files1")));
    }

    @Test
    @DisplayName("U87 a file whose name is taken waits for an answer, and the other file stays until then")
    void taken() {
        assets.put(accessOf(ana, id), MENU, bytes("old"), true);
        show(Role.EDITOR);
        eventually(window, () -> assertThat(row(MENU)).contains("3 B"));
        upload("menu.pdf", "number two");
        assertThat(news()).contains("menu.pdf is here already (3 B, by Ana).");
        assertThat(assets.read(accessOf(ana, id), MENU).map(TestContent::bytes)).hasValue(bytes("old"));
        press(window, "Keep both");
        eventually(window, () -> assertThat(paths()).containsExactly("menu (2).pdf", "menu.pdf"));
        upload("menu.pdf", "number three");
        press(window, "Replace it");
        eventually(
                window,
                () -> assertThat(assets.read(accessOf(ana, id), MENU).map(TestContent::bytes))
                        .hasValue(bytes("number three")));
        assertThat(news()).isEmpty();
        upload("menu.pdf", "number four");
        press(window, "✕");
        assertThat(news()).isEmpty();
        assertThat(assets.read(accessOf(ana, id), MENU).map(TestContent::bytes)).hasValue(bytes("number three"));
    }

    @Test
    @DisplayName("U87 of each file that is not kept is said why")
    void refused() {
        show(Role.EDITOR);
        upload("..", "x");
        assertThat(news()).contains(".. was not uploaded. The path of a file is made of names");
        window.find(FileUploads.class)
                .single()
                .show("big.bin", new byte[0], uploads().keep("big.bin", new byte[Limits.MAX_FILE_BYTES + 1]));
        assertThat(news()).contains("big.bin was not uploaded. A file can have up to 10,485,760 bytes.");
    }

    @Test
    @DisplayName("U87 questions may hold 20 MB; a file beyond that is to be sent again")
    void manyQuestions() {
        assets.put(accessOf(ana, id), MENU, bytes("old"), true);
        show(Role.EDITOR);
        byte[] large = new byte[Limits.MAX_FILE_BYTES];
        for (int count = 0; count < 3; count++) {
            uploads().show("menu.pdf", large, uploads().keep("menu.pdf", large));
        }
        assertThat(news()).contains("Answer the other questions first");
        assertThat(window.find(Button.class, uploads()).withText("Replace it").all())
                .hasSize(2);
    }

    @Test
    @DisplayName("U88 who deletes a file reads who misses it, and can take it back")
    void delete() {
        assets.put(accessOf(ana, id), MENU, bytes("x"), true);
        sends("menu.pdf");
        show(Role.EDITOR);
        eventually(window, () -> assertThat(row(MENU)).contains("GET orders"));
        actions().delete(MENU);
        eventually(window, () -> assertThat(panel()).contains("No files yet"));
        assertThat(text(window, Notification.class)).contains("Removed the file menu.pdf, which 1 route used.");
        press(window, "Undo");
        eventually(window, () -> assertThat(row(MENU)).contains("GET orders", "Ana"));
        assertThat(assets.read(accessOf(ana, id), MENU).map(TestContent::bytes)).hasValue(bytes("x"));
    }

    @Test
    @DisplayName("L94 U88 where a file that is renamed was named, its new name stands; a name that is taken is told")
    void rename() {
        assets.put(accessOf(ana, id), MENU, bytes("x"), true);
        assets.put(accessOf(ana, id), new AssetPath("other.pdf"), bytes("x"), true);
        sends("./menu.pdf");
        show(Role.EDITOR);
        eventually(window, () -> assertThat(row(MENU)).contains("GET orders"));
        actions().rename(MENU);
        TextField name =
                window.find(TextField.class, window.find(Dialog.class).single()).single();
        window.test(name).setValue("other.pdf");
        press(window, "Rename");
        assertThat(name.getErrorMessage()).contains("There is a file other.pdf already");
        window.test(name).setValue("docs/menu.pdf");
        press(window, "Rename");
        eventually(window, () -> assertThat(paths()).containsExactly("docs/menu.pdf", "other.pdf"));
        assertThat(document().get(Sample.LIST_FOUND).get(Schema.RESPONSE_FILE)).isEqualTo("docs/menu.pdf");
    }

    @Test
    @DisplayName(
            "U133 who deletes and renames files while the branch is held goes on, and both are done once afterwards")
    void held() throws Exception {
        AssetPath other = new AssetPath("other.pdf");
        assets.put(accessOf(ana, id), MENU, bytes("x"), true);
        assets.put(accessOf(ana, id), other, bytes("y"), true);
        show(Role.EDITOR);
        eventually(window, () -> assertThat(paths()).containsExactly("menu.pdf", "other.pdf"));
        try (HeldConnections held = new HeldConnections(database)) {
            held.lock("select 1 from branch where environment_id = '" + id + "' for update");
            actions().delete(MENU);
            actions().delete(MENU);
            actions().rename(other);
            TextField name = window.find(
                            TextField.class, window.find(Dialog.class).single())
                    .single();
            window.test(name).setValue("docs/menu.pdf");
            click(window, "Rename");
            assertThat(paths()).containsExactly("menu.pdf", "other.pdf");
        }
        settle(window);
        eventually(window, () -> assertThat(paths()).containsExactly("docs/menu.pdf"));
        assertThat(notices(window)).hasSize(1).allMatch(words -> words.contains("Removed the file menu.pdf"));
    }

    @Test
    @DisplayName("U50 a viewer sees files and is offered nothing that changes them; what the page sends is refused")
    void viewer() {
        assets.put(accessOf(ana, id), MENU, bytes("x"), true);
        show(Role.VIEWER);
        eventually(window, () -> assertThat(row(MENU)).contains("1 B"));
        assertThat(panel()).doesNotContain("Drop files");
        assertThat(buttons(window)).doesNotContain("Upload files");
        assertThat(window.find(FileMenu.class).single().offers()).containsExactly("Copy name");
        upload("new.txt", "x");
        assertThat(news()).contains("new.txt was not uploaded. Editing an environment needs the role editor");
        assertThat(assets.list(accessOf(ana, id))).hasSize(1);
    }

    private void show(Role role) {
        window = openSection(role == Role.EDITOR ? ben : member("Lea", role), "files");
    }

    private void sends(String path) {
        submit(
                ana,
                new Edit.Set(Sample.LIST_FOUND, Schema.RESPONSE_BODY_TYPE.key(), "FILE"),
                new Edit.Set(Sample.LIST_FOUND, Schema.RESPONSE_FILE.key(), path));
    }

    private void upload(String name, String content) {
        uploads().show(name, bytes(content), uploads().keep(name, bytes(content)));
    }

    private FileUploads uploads() {
        return window.find(FileUploads.class, window.find(FilesPanel.class).single())
                .single();
    }

    private FileActions actions() {
        return window.find(FileMenu.class).all().getFirst().actions();
    }

    private String panel() {
        return visible(window.find(FilesPanel.class).single().getElement());
    }

    private static String visible(Element element) {
        if (element.isTextNode()) {
            return element.getText();
        }
        return element.isVisible()
                ? element.getChildren().map(FilesPanelIT::visible).collect(Collectors.joining())
                : "";
    }

    private String news() {
        return window.find(FileNews.class, uploads()).single().getElement().getTextRecursively();
    }

    private FileRow fileRow(AssetPath path) {
        return window.find(FileRow.class)
                .withAttribute("data-file", path.text())
                .single();
    }

    private String row(AssetPath path) {
        return fileRow(path).getElement().getTextRecursively();
    }

    private List<String> paths() {
        return assets.list(accessOf(ana, id)).stream()
                .map(Asset::path)
                .map(AssetPath::text)
                .toList();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
