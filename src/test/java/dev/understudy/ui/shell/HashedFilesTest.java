package dev.understudy.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class HashedFilesTest {

    @Test
    @DisplayName("O56 what the bundler named by its contents is known by its name")
    void names() {
        assertThat(HashedFiles.isHashed("/VAADIN/build/indexhtml-B0h-_9Lk.js")).isTrue();
        assertThat(HashedFiles.isHashed("/VAADIN/build/generated-flow-imports-Cx12_Ab-.css"))
                .isTrue();
        assertThat(HashedFiles.isHashed("/VAADIN/build/vaadin-bundle.js")).isFalse();
        assertThat(HashedFiles.isHashed("/VAADIN/static/theme-B0h-_9Lk.js")).isFalse();
        assertThat(HashedFiles.isHashed("/assets/logo-12345678.svg")).isFalse();
    }
}
