package dev.understudy.ui.home;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class FilePlaceTest {

    @Test
    @DisplayName("U102 a place in a file is told in words, counted from one")
    void words() {
        assertThat(FilePlace.words("")).isEmpty();
        assertThat(FilePlace.words("/lastMigration")).isEmpty();
        assertThat(FilePlace.words("line 2, column 3")).isEqualTo(" (at line 2, column 3)");
        assertThat(FilePlace.words("/routes/3/a~1b")).isEqualTo(" (in routes, number 4, a/b)");
    }
}
