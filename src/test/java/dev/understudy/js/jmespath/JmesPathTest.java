package dev.understudy.js.jmespath;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.understudy.js.Effort;
import dev.understudy.js.JsArray;
import dev.understudy.js.JsJson;
import dev.understudy.js.JsValue;
import dev.understudy.js.JsValue.Undefined;
import dev.understudy.js.Lines;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class JmesPathTest {

    private static final Effort<RuntimeException> ENDLESS = _ -> {};

    @Test
    @DisplayName("J30: every expression of the table finds what the reference finds")
    void findsWhatTheReferenceFinds() {
        List<JsArray> lines = Lines.of("jmespath.jsonl");
        List<JsValue> documents = lines.getFirst().values();
        List<String> wrong = new ArrayList<>();
        for (JsArray line : lines.subList(1, lines.size())) {
            JmesPath path = JmesPath.parse(Lines.text(line, 0));
            for (int at = 0; at < documents.size(); at++) {
                JsValue found = path.find(documents.get(at), ENDLESS);
                JsValue boxed = found == Undefined.UNDEFINED ? JsArray.EMPTY : JsArray.of(found);
                if (!JsJson.print(boxed).equals(JsJson.print(line.get(at + 1)))) {
                    wrong.add(Lines.text(line, 0) + " in document " + at + ": " + JsJson.print(boxed) + " instead of "
                            + JsJson.print(line.get(at + 1)));
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    @DisplayName("J31: an expression that multiplies its work stops when its effort is used up")
    void explosionsAreStopped() {
        JsValue data = JsJson.parse("[1,2,3,4,5,6,7,8,9,10]").orElseThrow();
        JmesPath path = JmesPath.parse("[*].[" + "$[*].[".repeat(20) + "@" + "]".repeat(20) + "]");
        int[] left = {1_000_000};
        Effort<IllegalStateException> effort = steps -> {
            left[0] -= (int) steps;
            if (left[0] < 0) {
                throw new IllegalStateException("spent");
            }
        };
        assertThatThrownBy(() -> path.find(data, effort)).hasMessage("spent");
    }

    @Test
    @DisplayName("J31: what is too long or nested too deep is no expression")
    void limits() {
        JsValue data = JsJson.parse("{\"a\":1}").orElseThrow();
        String deep = "(".repeat(JmesParser.MAX_DEPTH - 1) + "a" + ")".repeat(JmesParser.MAX_DEPTH - 1);
        assertThat(JmesPath.parse(deep).find(data, ENDLESS)).isNotEqualTo(Undefined.UNDEFINED);
        assertThat(JmesPath.parse("(" + deep + ")").find(data, ENDLESS)).isEqualTo(Undefined.UNDEFINED);
        assertThat(JmesPath.parse("@|".repeat(450) + "a").find(data, ENDLESS)).isNotEqualTo(Undefined.UNDEFINED);
        assertThat(JmesPath.parse("@|".repeat(JmesLexer.MAX_TOKENS) + "a").find(data, ENDLESS))
                .isEqualTo(Undefined.UNDEFINED);
        assertThat(JmesPath.parse("pad_left('a',`" + (TextFunctions.MAX_WIDTH + 1) + "`)")
                        .find(data, ENDLESS))
                .isEqualTo(Undefined.UNDEFINED);
    }
}
