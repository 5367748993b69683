package dev.understudy.js.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.understudy.js.Effort;
import dev.understudy.js.JsArray;
import dev.understudy.js.JsException;
import dev.understudy.js.JsJson;
import dev.understudy.js.JsValue;
import dev.understudy.js.JsValue.Text;
import dev.understudy.js.JsValue.Undefined;
import dev.understudy.js.Lines;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class JsonPathTest {

    private static final Effort<RuntimeException> ENDLESS = _ -> {};

    @Test
    @DisplayName("J20: every path of the table finds what the reference finds, or fails as it does")
    void findsWhatTheReferenceFinds() {
        List<JsArray> lines = Lines.of("jsonpath.jsonl");
        List<JsValue> documents = lines.getFirst().values();
        List<String> wrong = new ArrayList<>();
        for (JsArray line : lines.subList(1, lines.size())) {
            JsonPath path = JsonPath.parse(Lines.text(line, 0));
            for (int at = 0; at < documents.size(); at++) {
                JsValue expected = line.get(at + 1);
                JsValue found = find(path, documents.get(at));
                if (!JsJson.print(found).equals(JsJson.print(expected))) {
                    wrong.add(Lines.text(line, 0) + " in document " + at + ": " + JsJson.print(found) + " instead of "
                            + JsJson.print(expected));
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    @DisplayName("J21: the gate lets through what the reference lets through")
    void gate() {
        List<String> wrong = new ArrayList<>();
        for (JsArray line : Lines.of("jsonpath-gate.jsonl")) {
            boolean safe = Gate.isSafe("$.x[?(" + Lines.text(line, 0) + ")]");
            if (line.get(1) != JsValue.Bool.of(safe)) {
                wrong.add(Lines.text(line, 0) + " is " + safe);
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    @DisplayName("J22: paths that go everywhere again and again stop when their effort is used up")
    void explosionsAreStopped() {
        JsValue deep = JsJson.parse("[".repeat(400) + "1" + "]".repeat(400)).orElseThrow();
        JsonPath path = JsonPath.parse("$" + "..*".repeat(200));
        int[] left = {1_000_000};
        Effort<IllegalStateException> effort = steps -> {
            left[0] -= (int) steps;
            if (left[0] < 0) {
                throw new IllegalStateException("spent");
            }
        };
        assertThatThrownBy(() -> path.find(deep, effort)).hasMessage("spent");
    }

    @Test
    @DisplayName("J22: a path that is too long finds nothing; hostile paths are read in no time")
    void longPaths() throws JsException {
        JsValue document = JsJson.parse("{\"a\":1}").orElseThrow();
        assertThat(JsonPath.parse("$.a".repeat(400)).find(document, ENDLESS)).isEqualTo(Undefined.UNDEFINED);
        for (String part : List.of(" ", "@", "'", "(", "[", ".", "a", "^", "~", "&&", "[(", "['", "-", "\t'")) {
            String path = "$.x[?(" + part.repeat(900 / part.length()) + "!)]";
            assertThat(find(JsonPath.parse(path), document)).isNotNull();
        }
    }

    private static JsValue find(JsonPath path, JsValue document) {
        try {
            JsValue found = path.find(document, ENDLESS);
            return found == Undefined.UNDEFINED ? JsArray.EMPTY : JsArray.of(found);
        } catch (JsException thrown) {
            return new Text(String.valueOf(thrown.getMessage()));
        }
    }
}
