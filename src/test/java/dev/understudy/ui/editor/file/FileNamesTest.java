package dev.understudy.ui.editor.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.environment.Limits;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class FileNamesTest {

    @Test
    @DisplayName("U87 of what a browser sends, the name counts, in whole letters")
    void sentName() {
        assertThat(FileUploads.name("C:\\fakepath\\menu.pdf")).isEqualTo("menu.pdf");
        assertThat(FileUploads.name("scans/Me\u0301nu.pdf")).isEqualTo("M\u00e9nu.pdf");
    }

    @Test
    @DisplayName("U86 where there is no room for a file of any size, the page says how much there is")
    void room() {
        assertThat(FilesPanel.limit(Limits.MAX_FILES - 1, 0)).isEmpty();
        assertThat(FilesPanel.limit(Limits.MAX_FILES, 0)).get().asString().contains("500");
        assertThat(FilesPanel.limit(1, Limits.MAX_TOTAL_FILE_BYTES - Limits.MAX_FILE_BYTES))
                .isEmpty();
        assertThat(FilesPanel.limit(1, Limits.MAX_TOTAL_FILE_BYTES - 2048))
                .get()
                .asString()
                .contains("2 KB");
        assertThat(FilesPanel.limit(1, Limits.MAX_TOTAL_FILE_BYTES))
                .get()
                .asString()
                .contains("0 B");
    }
}
