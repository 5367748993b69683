package dev.understudy.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class CompressionGateTest {

    @Test
    @DisplayName("O55 what our own pages and people themselves ask for is compressed")
    void ours() {
        assertThat(CompressionGate.isOpen("same-origin", true, true)).isTrue();
        assertThat(CompressionGate.isOpen("none", true, true)).isTrue();
    }

    @Test
    @DisplayName("O55 what another site, or a mock on another port, asks for with cookies is not")
    void others() {
        assertThat(CompressionGate.isOpen("cross-site", true, true)).isFalse();
        assertThat(CompressionGate.isOpen("same-site", true, true)).isFalse();
        assertThat(CompressionGate.isOpen("same-site", true, false)).isFalse();
        assertThat(CompressionGate.isOpen("something new", true, true)).isFalse();
        assertThat(CompressionGate.isOpen("cross-site", false, true)).isTrue();
    }

    @Test
    @DisplayName("O55 without a word of where it comes from it depends on cookies and HTTPS")
    void silent() {
        assertThat(CompressionGate.isOpen(null, true, true)).isFalse();
        assertThat(CompressionGate.isOpen(null, true, false)).isTrue();
        assertThat(CompressionGate.isOpen(null, false, true)).isTrue();
    }
}
