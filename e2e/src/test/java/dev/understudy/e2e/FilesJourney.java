package dev.understudy.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.understudy.e2e.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Files that one uploads, another sees, and the mock sends.
@ExtendWith(Stage.class)
class FilesJourney {

    private Parcels parcels;
    private Editor ana;
    private Editor ben;

    @BeforeEach
    void both(Server server, People people) {
        parcels = Parcels.on(server);
        ana = Editor.open(people.ana(), parcels, Parcels.ALL_DEPOTS);
        ben = Editor.open(people.ben(), parcels, Parcels.ALL_DEPOTS);
    }

    @Test
    @DisplayName("a file that one uploads is in the other's list, can be chosen there, and is what the mock answers")
    void uploaded() {
        ana.section("Files");
        ben.section("Files");
        choose(ana, ana.button("Upload files"), "depots.json", "[\"Berlin\"]");
        assertThat(file(ben, "depots.json")).containsText("10 B");
        ben.section("Routes");
        ben.row("depots").click();
        ben.choose("bodyType", "File");
        ben.page()
                .locator("[data-field=filePath]:visible [aria-label='Choose a file']")
                .click();
        ben.page().locator(".file-picker button:visible").click();
        assertThat(ben.field("filePath")).hasValue("depots.json");
        eventually(() -> assertThat(parcels.answer("/depots")).isEqualTo("200 [\"Berlin\"]"));
        assertThat(file(ana, "depots.json")).containsText("GET depots");

        choose(ana, ana.button("Upload files"), "depots.json", "[\"Hamburg\"]");
        ana.button("Replace it").click();
        assertThat(file(ana, "depots.json")).containsText("11 B");
        eventually(() -> assertThat(parcels.answer("/depots")).isEqualTo("200 [\"Hamburg\"]"));
    }

    @Test
    @DisplayName("what was uploaded comes down as it went up, and as nothing that a browser would run")
    void downloaded() throws IOException {
        ana.section("Files");
        choose(ana, ana.button("Upload files"), "page.html", "<h1>Depots</h1>");
        ben.section("Files");
        var download = ben.page()
                .waitForDownload(
                        () -> file(ben, "page.html").locator("a").first().click());
        assertThat(download.suggestedFilename()).isEqualTo("page.html");
        assertThat(Files.readString(download.path())).isEqualTo("<h1>Depots</h1>");
    }

    @Test
    @DisplayName("a path that names no file says so until one is uploaded there")
    void uploadedAtThePath() {
        ana.choose("bodyType", "File");
        ana.field("filePath").fill("rules.txt");
        assertThat(ben.page().locator(".file-field:visible .trouble")).containsText("There is no file");
        choose(ben, ben.button("Upload…"), "rules.txt", "No dogs");
        assertThat(ana.page().locator(".file-field:visible .trouble:visible")).hasCount(0);
        eventually(() -> assertThat(parcels.answer("/depots")).isEqualTo("200 No dogs"));
    }

    private static void choose(Editor editor, Locator button, String name, String content) {
        editor.page()
                .waitForFileChooser(() -> button.click())
                .setFiles(new FilePayload(name, "text/plain", content.getBytes(StandardCharsets.UTF_8)));
    }

    private static Locator file(Editor editor, String path) {
        return editor.page().locator("tr[data-file='" + path + "']");
    }
}
