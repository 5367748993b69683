package dev.understudy.js.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.understudy.js.Effort;
import dev.understudy.js.JsArray;
import dev.understudy.js.JsJson;
import dev.understudy.js.JsObject;
import dev.understudy.js.JsValue;
import dev.understudy.js.JsValue.Bool;
import dev.understudy.js.JsValue.Num;
import dev.understudy.js.JsValue.Text;
import dev.understudy.js.Lines;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class JsonSchemaTest {

    private static final Effort<RuntimeException> ENDLESS = _ -> {};

    @Test
    @DisplayName("J35: every schema of the table is refused, or accepts what the reference's validator accepts")
    void acceptsWhatTheReferenceAccepts() {
        List<JsArray> lines = Lines.of("schema.jsonl");
        List<JsValue> values = lines.getFirst().values();
        List<String> wrong = new ArrayList<>();
        for (JsArray line : lines.subList(1, lines.size())) {
            Optional<JsonSchema> schema = JsonSchema.read(line.get(0));
            String name = JsJson.print(line.get(0)).orElse("");
            if (schema.isPresent() != line.get(1) instanceof JsArray) {
                wrong.add(name + " should be " + line.get(1));
            } else if (schema.isPresent() && line.get(1) instanceof JsArray accepted) {
                for (int at = 0; at < values.size(); at++) {
                    boolean valid = schema.get().isValid(values.get(at), ENDLESS);
                    if (valid != accepted.get(at).equals(new Num(1))) {
                        wrong.add(name + " says " + valid + " to " + JsJson.print(values.get(at)));
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    @DisplayName("J35: the formats accept what the reference's accept")
    void formats() {
        List<String> wrong = new ArrayList<>();
        for (JsArray line : Lines.of("schema-formats.jsonl")) {
            boolean valid = SchemaFormats.obeys(Lines.text(line, 0), line.get(1), ENDLESS);
            if (line.get(2) != Bool.of(valid)) {
                wrong.add(line + " is " + valid);
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    @DisplayName("J36: schemas that multiply their work stop when their effort is used up; endless ones accept nothing")
    void attacks() {
        JsValue loop =
                JsJson.parse("{\"allOf\":[{\"$ref\":\"#\"},{\"$ref\":\"#\"}]}").orElseThrow();
        assertThat(JsonSchema.read(loop).orElseThrow().isValid(Bool.TRUE, ENDLESS))
                .isFalse();

        StringBuilder bomb = new StringBuilder("{\"definitions\":{\"d0\":{\"type\":\"number\"}");
        for (int i = 1; i < 40; i++) {
            String ref = "{\"$ref\":\"#/definitions/d" + (i - 1) + "\"}";
            bomb.append(",\"d" + i + "\":{\"allOf\":[" + ref + "," + ref + "]}");
        }
        JsValue doubling =
                JsJson.parse(bomb + "},\"$ref\":\"#/definitions/d39\"}").orElseThrow();
        int[] left = {1_000_000};
        Effort<IllegalStateException> effort = steps -> {
            left[0] -= (int) steps;
            if (left[0] < 0) {
                throw new IllegalStateException("spent");
            }
        };
        assertThatThrownBy(() -> JsonSchema.read(doubling).orElseThrow().isValid(new Num(1), effort))
                .hasMessage("spent");
        JsValue pattern = JsObject.of(Map.of("pattern", new Text("^(a+)+$")));
        left[0] = 1_000_000;
        assertThatThrownBy(() -> JsonSchema.read(pattern).orElseThrow().isValid(new Text("a".repeat(40) + "!"), effort))
                .hasMessage("spent");
    }

    @Test
    @DisplayName("J36: texts made to slow down a format are judged in no time, or cost their effort")
    void hostileTexts() {
        int[] left = {0};
        Effort<IllegalStateException> effort = steps -> {
            left[0] -= (int) steps;
            if (left[0] < 0) {
                throw new IllegalStateException("spent");
            }
        };
        List<String> formats = Lines.of("schema-formats.jsonl").stream()
                .map(line -> Lines.text(line, 0))
                .distinct()
                .toList();
        for (String format : formats) {
            for (String part :
                    List.of("a", "0", ":", ".", "-", "/", "%", "a.", "a-", "=", "1Y", "é", "http://a", "@a")) {
                for (String before : List.of("", "http://")) {
                    left[0] = 100_000;
                    JsValue text = new Text(before + part.repeat(3_000) + " !");
                    try {
                        assertThat(SchemaFormats.obeys(format, text, effort)).isIn(true, false);
                    } catch (IllegalStateException spent) {
                        assertThat(left[0]).isNegative();
                    }
                }
            }
        }
    }
}
