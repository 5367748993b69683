package dev.understudy.js;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class CollationTest {

    @Test
    @DisplayName("J7: texts stand in the order of localeCompare in English")
    void textsStandInTheOrderOfLocaleCompare() {
        for (JsArray line : Lines.of("collation.jsonl")) {
            int found = Integer.signum(Collation.compare(Lines.text(line, 0), Lines.text(line, 1)));
            assertThat(found).as(line.toString()).isEqualTo((int) Conversions.toNumber(line.get(2)));
        }
    }
}
