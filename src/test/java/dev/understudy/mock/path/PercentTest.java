package dev.understudy.mock.path;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PercentTest {

    @Test
    @DisplayName("M71 ten megabytes of escapes far apart are decoded in a time that grows with their length only")
    void escapesFarApart() {
        assertThat(Percent.decode("a%41".repeat(2_500_000))).isEqualTo("aA".repeat(2_500_000));
        assertThat(Percent.isDecodable("a%41".repeat(2_500_000) + "%")).isFalse();
    }
}
