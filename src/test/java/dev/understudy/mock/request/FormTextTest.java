package dev.understudy.mock.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.js.JsJson;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormTextTest {

    @ParameterizedTest
    @DisplayName("M24 queries nest by brackets and gather what is repeated")
    @CsvSource(
            quoteCharacter = '#',
            delimiter = '|',
            value = {
                "a=1&b=2|{\"a\":\"1\",\"b\":\"2\"}",
                "a[b]=1|{\"a\":{\"b\":\"1\"}}",
                "a[b]=1&a[c]=2|{\"a\":{\"b\":\"1\",\"c\":\"2\"}}",
                "a[]=1&a[]=2|{\"a\":[\"1\",\"2\"]}",
                "a[]=1|{\"a\":[\"1\"]}",
                "a=1&a=2|{\"a\":[\"1\",\"2\"]}",
                "a[1]=x&a[0]=y|{\"a\":[\"y\",\"x\"]}",
                "a[5]=x|{\"a\":[\"x\"]}",
                "a[1000]=x|{\"a\":{\"1000\":\"x\"}}",
                "a[0]=x&a[b]=y|{\"a\":{\"0\":\"x\",\"b\":\"y\"}}",
                "a=x&a[b]=y|{\"a\":[\"x\",{\"b\":\"y\"}]}",
                "a[b]=y&a=x|{\"a\":[{\"b\":\"y\"},\"x\"]}",
                "a[b][c][d][e][f][g][h]=x|{\"a\":{\"b\":{\"c\":{\"d\":{\"e\":{\"f\":{\"[g][h]\":\"x\"}}}}}}}",
                "a%5Bb%5D=1|{\"a\":{\"b\":\"1\"}}",
                "a+b=c+d|{\"a b\":\"c d\"}",
                "a=%zz|{\"a\":\"%zz\"}",
                "a=b%20c|{\"a\":\"b c\"}",
                "a|{\"a\":\"\"}",
                "a=1,2|{\"a\":\"1,2\"}",
                "a.b=1|{\"a.b\":\"1\"}",
                "=x|{}",
                "a==b|{\"a\":\"=b\"}",
                "a[b]=c=d|{\"a\":{\"b\":\"c=d\"}}",
                "__proto__[x]=1&toString=2|{\"toString\":\"2\"}",
                "b=1&10=x&2=y|{\"2\":\"y\",\"10\":\"x\",\"b\":\"1\"}",
                "a[b=1|{\"a\":{\"[b\":\"1\"}}",
                "a[[]b=1|{\"a\":{\"[[]b\":\"1\"}}",
                "[]=1&[]=2|{\"0\":\"1\",\"1\":\"2\"}",
                "a[][b]=1&a[][c]=2|{\"a\":[{\"b\":\"1\",\"c\":\"2\"}]}",
                "a[0][b]=1&a[0][c]=2|{\"a\":[{\"b\":\"1\",\"c\":\"2\"}]}",
            })
    void queries(String query, String json) {
        assertThat(JsJson.print(FormText.query(query))).contains(json);
    }

    @Test
    @DisplayName("M24 in bodies arrays hold 20 items, longer ones become objects, and names of all objects are dropped")
    void bodies() {
        assertThat(JsJson.print(FormText.body("a[20]=x"))).contains("{\"a\":{\"20\":\"x\"}}");
        String many = IntStream.range(0, 21).mapToObj(i -> "a=" + i).collect(Collectors.joining("&"));
        assertThat(JsJson.print(FormText.body(many)).orElseThrow()).startsWith("{\"a\":{\"0\":\"0\",\"1\":\"1\"");
        assertThat(JsJson.print(FormText.body("toString=1&a[valueOf]=2&b=3"))).contains("{\"b\":\"3\"}");
    }

    @Test
    @DisplayName("M24 no more than 1,000 parameters are read")
    void limit() {
        String many = IntStream.range(0, 1500).mapToObj(i -> "k" + i + "=1").collect(Collectors.joining("&"));
        assertThat(FormText.query(many).size()).isEqualTo(FormText.MAX_PARAMETERS);
    }
}
