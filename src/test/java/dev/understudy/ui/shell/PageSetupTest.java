package dev.understudy.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PageSetupTest {

    @Test
    @DisplayName("O59 each page has an outline that is like it")
    void outlines() {
        assertThat(PageSetup.outline("/login")).isEqualTo("entry");
        assertThat(PageSetup.outline("/join/secret/account")).isEqualTo("entry");
        assertThat(PageSetup.outline("/environments/an-id/a-node")).isEqualTo("editor");
        assertThat(PageSetup.outline("/")).isEqualTo("frame");
        assertThat(PageSetup.outline("/loginned")).isEqualTo("frame");
        assertThat(PageSetup.outline(null)).isEqualTo("frame");
    }
}
