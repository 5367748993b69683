package dev.understudy.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ByteCountTest {

    @Test
    @DisplayName("U86 sizes are said in the unit that makes them short")
    void units() {
        assertThat(ByteCount.of(0)).isEqualTo("0 B");
        assertThat(ByteCount.of(1023)).isEqualTo("1023 B");
        assertThat(ByteCount.of(12_345)).isEqualTo("12 KB");
        assertThat(ByteCount.of(1024 * 1024 - 1)).isEqualTo("1 MB");
        assertThat(ByteCount.of(1_500_000)).isEqualTo("1.4 MB");
        assertThat(ByteCount.of(100L * 1024 * 1024)).isEqualTo("100 MB");
    }
}
