package dev.understudy.environment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class TextsTest {

    @Test
    @DisplayName("D8 null characters and halves of surrogate pairs are flaws, with their position")
    void flaws() {
        assertThat(Texts.flaw("")).isEmpty();
        assertThat(Texts.flaw("plain \t\r\n\u0001 ä€ \uD83D\uDE00 \uFFFD")).isEmpty();
        assertThat(Texts.flaw("ab\0")).get().asString().contains("null character", "2");
        assertThat(Texts.flaw("a\uD83D")).get().asString().contains("surrogate", "1");
        assertThat(Texts.flaw("\uDE00a")).get().asString().contains("surrogate", "0");
        assertThat(Texts.flaw("\uD83D\uD83D\uDE00")).get().asString().contains("0");
        assertThat(Texts.flaw("\uDE00\uD83D")).isPresent();
    }

    @Test
    @DisplayName("D8 what is mended has no flaw, keeps its length, and keeps what was right")
    void mended() {
        assertThat(Texts.mended("a\0b\uD83Dc\uD83D\uDE00\uDE00")).isEqualTo("a\uFFFDb\uFFFDc\uD83D\uDE00\uFFFD");
        assertThat(Texts.mended("\uFEFFa")).isEqualTo("\uFEFFa");
        assertThat(Texts.mended("")).isEmpty();
    }

    @Test
    @DisplayName("D8 any text can be mended and then be stored as UTF-8")
    void fuzz() {
        long seed = Long.getLong("fuzz.seed", new Random().nextLong());
        System.out.println("TextsTest seed " + seed);
        Random chance = new Random(seed);
        String[] pieces = {"a", "\0", "\uD83D", "\uDE00", "\uD83D\uDE00", "é", "€", "\uFEFF", "\uFFFE"};
        for (int run = 0; run < 3000; run++) {
            StringBuilder text = new StringBuilder();
            for (int length = chance.nextInt(12); length > 0; length--) {
                text.append(pieces[chance.nextInt(pieces.length)]);
            }
            String mended = Texts.mended(text.toString());
            assertThat(Texts.flaw(mended)).as("seed %d", seed).isEmpty();
            assertThat(mended).hasSameSizeAs(text);
            assertThat(new String(mended.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
                    .isEqualTo(mended);
            assertThat(Texts.utf8Length(mended)).isEqualTo(mended.getBytes(StandardCharsets.UTF_8).length);
            if (Texts.flaw(text.toString()).isEmpty()) {
                assertThat(mended).isEqualTo(text.toString());
            }
        }
    }
}
