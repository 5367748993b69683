package dev.understudy.js.date;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.understudy.js.JsArray;
import dev.understudy.js.JsException;
import dev.understudy.js.Lines;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DateFormatTest {

    @ParameterizedTest
    @CsvSource({"date-format-utc.jsonl, UTC", "date-format-kolkata.jsonl, Asia/Kolkata"})
    @DisplayName("J42: every pattern of the table writes what date-fns writes")
    void writesWhatDateFnsWrites(String table, String zoneName) {
        ZoneId zone = ZoneId.of(zoneName);
        List<String> wrong = new ArrayList<>();
        for (JsArray line : Lines.of(table)) {
            String written = written(Lines.text(line, 0), JsDates.parse(Lines.text(line, 1), zone), zone);
            if (!written.equals(Lines.text(line, 2))) {
                wrong.add(Lines.text(line, 0) + " of " + Lines.text(line, 1) + " is " + written + " instead of "
                        + Lines.text(line, 2));
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    @DisplayName("J42: no date can't be written")
    void invalidDate() {
        assertThatThrownBy(() -> DateFormat.parse("yyyy").format(Double.NaN, ZoneId.of("UTC")))
                .isInstanceOf(JsException.class)
                .hasMessage("Invalid time value");
    }

    @Test
    @DisplayName("J42: a pattern that is too long writes nothing")
    void longPattern() {
        ZoneId utc = ZoneId.of("UTC");
        assertThat(written("'" + "a".repeat(DateFormat.MAX_PATTERN - 1), 0, utc))
                .startsWith("aaa");
        assertThat(written("'" + "a".repeat(DateFormat.MAX_PATTERN), 0, utc)).startsWith("ERR");
    }

    private static String written(String pattern, double millis, ZoneId zone) {
        try {
            return DateFormat.parse(pattern).format(millis, zone);
        } catch (JsException refused) {
            return "ERR " + refused.getMessage();
        }
    }
}
