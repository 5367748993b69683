package dev.understudy.format.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.understudy.js.JsJson;
import dev.understudy.js.JsValue;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YamlReaderTest {

    @ParameterizedTest(name = "F31 {0} is {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            [yes, no, off, y]                 | ["yes","no","off","y"]
            [true, True, FALSE, null, ~, ]    | [true,true,false,null,null]
            [0x1F, 0o17, 010, +1, -0, 1e3]    | [31,15,10,1,0,1000]
            [.5, 5., .inf, -.INF, .nan]       | [0.5,5,null,null,null]
            [1_000, 1:30, 2020-01-01, 0x]     | ["1_000","1:30","2020-01-01","0x"]
            [12345678901234567890]            | [12345678901234567890]
            ["1", '2', !!str 3, !!int "4"]    | ["1","2","3",4]
            [!own 5, !!binary aGk=]           | ["5","aGk="]
            {1: a, 1.0e1: b, null: c, x: d}   | {"1":"a","10":"b","":"c","x":"d"}
            {a: &x [1], b: *x, c: *x}         | {"a":[1],"b":[1],"c":[1]}
            {"<<": {a: 1}, b: 2}              | {"<<":{"a":1},"b":2}
            {a: {{b}}}                        | {"a":{"[object]":null}}
            `a: |\\n  x\\n  y\\n`             | {"a":"x\\ny\\n"}
            `a: >-\\n  x\\n  y\\n`            | {"a":"x y"}
            `%YAML 1.2\\n---\\na: 1\\n...\\n` | {"a":1}
            {"a": 1, "b": [true]}             | {"a":1,"b":[true]}
            `# nothing\\n`                    | null
            """)
    void values(String yaml, String json) {
        JsValue value = Descriptions.yaml(yaml.replace("\\n", "\n"));
        assertThat(JsJson.print(value).orElse("null")).isEqualTo(json);
    }

    @Test
    @DisplayName("F39 aliases that stand for more values than the limit are refused, without standing for them")
    void bomb() {
        StringBuilder yaml = new StringBuilder("a0: &a0 [x,x,x,x,x,x,x,x,x,x]\n");
        for (int level = 1; level < 12; level++) {
            yaml.append("a%d: &a%d [".formatted(level, level))
                    .append("*a%d,".formatted(level - 1).repeat(10))
                    .append("]\n");
        }
        assertThatExceptionOfType(Unreadable.class)
                .isThrownBy(() -> Descriptions.yaml(yaml.toString()))
                .satisfies(refused -> {
                    assertThat(refused.result().message()).contains("%,d".formatted(YamlReader.MAX_VALUES));
                    assertThat(refused.result().place()).startsWith("line ");
                });
    }

    @Test
    @DisplayName("F39 lists and mappings are nested up to the limit, also by aliases")
    void nesting() {
        int most = YamlReader.MAX_NESTING;
        assertThat(Descriptions.yaml("[".repeat(most) + "]".repeat(most)).depth())
                .isEqualTo(most);
        assertThatExceptionOfType(Unreadable.class)
                .isThrownBy(() -> Descriptions.yaml("[".repeat(most + 2) + "]".repeat(most + 2)));
        String half = "[".repeat(most / 2) + "]".repeat(most / 2);
        assertThatExceptionOfType(Unreadable.class)
                .isThrownBy(() -> Descriptions.yaml(
                        "a: &a " + half + "\nb: &b [" + "[".repeat(most / 2) + "*a" + "]".repeat(most / 2) + "]"));
        assertThatExceptionOfType(Unreadable.class).isThrownBy(() -> Descriptions.yaml("a: &a [*a]"));
        assertThatExceptionOfType(Unreadable.class).isThrownBy(() -> Descriptions.yaml("[".repeat(100_000)));
        assertThatExceptionOfType(Unreadable.class).isThrownBy(() -> Descriptions.yaml("- ".repeat(100_000)));
    }
}
