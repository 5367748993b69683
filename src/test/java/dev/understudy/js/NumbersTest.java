package dev.understudy.js;

import static dev.understudy.CpuLimit.assertWithin;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class NumbersTest {

    @Test
    @DisplayName("J1: numbers are read and printed as JavaScript does")
    void numbersAreReadAndPrintedAsJavaScriptDoes() {
        for (JsArray line : Lines.of("numbers.jsonl")) {
            String text = Lines.text(line, 0);
            assertThat(Numbers.print(Numbers.parse(text))).as(text).isEqualTo(Lines.text(line, 1));
            assertThat(Numbers.print(Numbers.parseInt(text))).as(text).isEqualTo(Lines.text(line, 2));
        }
    }

    @Test
    @DisplayName("J1: every number is printed with the digits that JavaScript prints")
    void everyNumberIsPrintedWithTheDigitsThatJavaScriptPrints() {
        for (JsArray line : Lines.of("numbers-print.jsonl")) {
            long bits = Long.parseUnsignedLong(Lines.text(line, 0), 16);
            String printed = Numbers.print(Double.longBitsToDouble(bits));
            assertThat(printed).as(line.toString()).isEqualTo(Lines.text(line, 1));
        }
    }

    @Test
    @DisplayName("J2: reading takes no longer than the text is long")
    void readingTakesNoLongerThanTheTextIsLong() {
        String digits = "1".repeat(1_000_000);
        assertWithin(Duration.ofSeconds(10), () -> {
            assertThat(Numbers.parse(digits + "x")).isNaN();
            assertThat(Numbers.parse("0x" + digits)).isInfinite();
            assertThat(Numbers.parse(digits)).isInfinite();
        });
    }
}
