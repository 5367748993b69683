package dev.understudy.js.date;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.js.JsArray;
import dev.understudy.js.JsValue;
import dev.understudy.js.JsValue.Bool;
import dev.understudy.js.JsValue.Moment;
import dev.understudy.js.JsValue.Null;
import dev.understudy.js.JsValue.Num;
import dev.understudy.js.JsValue.Undefined;
import dev.understudy.js.Lines;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsDatesTest {

    private static final ZoneId UTC = ZoneId.of("UTC");
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    @ParameterizedTest
    @CsvSource({"dates-utc.jsonl, UTC", "dates-new-york.jsonl, America/New_York"})
    @DisplayName("J40: every text of the table is the date that V8 reads in it, or none")
    void readsWhatV8Reads(String table, String zone) {
        List<String> wrong = new ArrayList<>();
        for (JsArray line : Lines.of(table)) {
            double millis = JsDates.parse(Lines.text(line, 0), ZoneId.of(zone));
            JsValue read = Double.isNaN(millis) ? Null.NULL : new Num(millis);
            if (!read.equals(line.get(1))) {
                wrong.add(Lines.text(line, 0) + " is " + read + " instead of " + line.get(1));
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    @DisplayName("J40: numbers, null and booleans are milliseconds; undefined is no date")
    void values() {
        assertThat(JsDates.of(Null.NULL, UTC)).isZero();
        assertThat(JsDates.of(Bool.TRUE, UTC)).isEqualTo(1);
        assertThat(JsDates.of(new Num(1.9), UTC)).isEqualTo(1);
        assertThat(JsDates.of(new Num(9e15), UTC)).isNaN();
        assertThat(JsDates.of(new Moment(5), UTC)).isEqualTo(5);
        assertThat(JsDates.of(Undefined.UNDEFINED, UTC)).isNaN();
        assertThat(JsDates.of(JsArray.of(new Num(2020)), UTC)).isEqualTo(1_577_836_800_000d);
    }

    @ParameterizedTest
    @CsvSource({
        "2021-01-31, 0, 1, 0, 0, 0, 0, 2021-03-03",
        "2020-02-29, 0, 0, 1, 0, 0, 0, 2021-03-01",
        "2021-01-31, 1, 1, 0, 0, 0, 0, 2021-03-01",
        "2021-12-31, 0, -13, 0, 0, 0, 0, 2020-12-01",
        "2021-03-14T06:30Z, 0, 0, 0, 1, 0, 0, 2021-03-14T07:30Z",
        "2021-01-01, 0, 0, 0, -1, 90, 3600, 2021-01-01T01:30Z",
        "2021-01-01, 0, 0, 400000, 0, 0, 0, x",
        "2021-01-01, 1e300, 0, 0, 0, 0, 0, x",
        "x, 1, 0, 0, 0, 0, 0, x"
    })
    @DisplayName("J41: what a shift overflows goes into the next month")
    void shifts(String date, double d, double mo, double y, double h, double mi, double s, String expected) {
        double shifted = new DateShift(d, mo, y, h, mi, s).apply(JsDates.parse(date, UTC), UTC);
        assertThat(shifted).isEqualTo(Double.valueOf(JsDates.parse(expected, UTC)));
    }

    @Test
    @DisplayName("J41: days are added in the time of the zone")
    void daysOfAZone() {
        double before = JsDates.parse("2021-03-13T12:00", NEW_YORK);
        double after = new DateShift(1, 0, 0, 0, 0, 0).apply(before, NEW_YORK);
        assertThat(after - before).isEqualTo(23 * 3_600_000d);
    }
}
