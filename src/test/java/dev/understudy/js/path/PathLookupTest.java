package dev.understudy.js.path;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.js.Effort;
import dev.understudy.js.JsException;
import dev.understudy.js.JsJson;
import dev.understudy.js.JsValue;
import dev.understudy.js.JsValue.Null;
import dev.understudy.js.JsValue.Num;
import dev.understudy.js.JsValue.Text;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathLookupTest {

    private static final Effort<RuntimeException> ENDLESS = _ -> {};

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"a":{"b":[1,2]},"c.d":3} | a.b.1   | 2
            {"a":{"b":[1,2]},"c.d":3} | c\\.d   | 3
            {"a":{"b":[1,2]},"c.d":3} | a.b.length | 2
            {"a":{"b":[1,2]}}         | $.a.b[0] | 1
            {"a":{"b":[1,2]}}         | $.a.b[*] | [1,2]
            {"a":null}                | a       | null
            {"a":""}                  | a       | ""
            {"a":0}                   | $.a     | 0
            {"a":false}               | $.a     | false
            {"a":1}                   | b       | "otherwise"
            {"a":1}                   | $.b     | "otherwise"
            {"a":1}                   | a[0]    | "otherwise"
            {"name":"Ana"}            | name.0  | "A"
            [[1],2]                   | 0.0     | 1
            [[1],2]                   | -1      | "otherwise"
            null                      | a       | "otherwise"
            null                      | $.a     | "otherwise"
            5                         | a       | 5
            "text"                    | length  | "text"
            true                      | $.x     | true
            """)
    @DisplayName("J25: a path leads into arrays and objects, and leaves everything else as it is")
    void finds(String data, String path, String expected) throws JsException {
        JsValue found = PathLookup.parse(path).find(JsJson.parse(data).orElseThrow(), new Text("otherwise"), ENDLESS);
        assertThat(JsJson.print(found)).contains(expected);
    }

    @Test
    @DisplayName("J25: what is no text, or an empty one, is no path")
    void noPath() throws JsException {
        JsValue data = JsJson.parse("{\"5\":1}").orElseThrow();
        assertThat(PathLookup.of(new Num(5)).find(data, Null.NULL, ENDLESS)).isEqualTo(data);
        assertThat(PathLookup.of(Text.EMPTY).find(data, Null.NULL, ENDLESS)).isEqualTo(data);
        assertThat(PathLookup.of(new Text("5")).find(data, Null.NULL, ENDLESS)).isEqualTo(new Num(1));
    }
}
