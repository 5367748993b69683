package dev.understudy.ui.editor.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.asset.Assets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class FileNamesTest {

    @Test
    @DisplayName("U87 a file that is kept beside another has a number before its ending")
    void numbered() {
        assertThat(FreeName.numbered("menu.pdf", 2)).isEqualTo("menu (2).pdf");
        assertThat(FreeName.numbered("v1.2/menu", 3)).isEqualTo("v1.2/menu (3)");
        assertThat(FreeName.numbered(".env", 2)).isEqualTo(".env (2)");
    }

    @Test
    @DisplayName("U87 of what a browser sends, the name counts, in whole letters")
    void sentName() {
        assertThat(FileUploads.name("C:\\fakepath\\menu.pdf")).isEqualTo("menu.pdf");
        assertThat(FileUploads.name("scans/Me\u0301nu.pdf")).isEqualTo("M\u00e9nu.pdf");
    }

    @Test
    @DisplayName("U86 where there is no room for a file of any size, the page says how much there is")
    void room() {
        assertThat(FilesPanel.limit(Assets.MAX_FILES - 1, 0)).isEmpty();
        assertThat(FilesPanel.limit(Assets.MAX_FILES, 0)).get().asString().contains("500");
        assertThat(FilesPanel.limit(1, Assets.MAX_TOTAL_BYTES - Assets.MAX_FILE_BYTES))
                .isEmpty();
        assertThat(FilesPanel.limit(1, Assets.MAX_TOTAL_BYTES - 2048))
                .get()
                .asString()
                .contains("2 KB");
        assertThat(FilesPanel.limit(1, Assets.MAX_TOTAL_BYTES)).get().asString().contains("0 B");
    }
}
