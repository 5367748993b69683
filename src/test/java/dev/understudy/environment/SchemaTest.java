package dev.understudy.environment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class SchemaTest {

    static Stream<Field<?>> fields() {
        return Arrays.stream(Kind.values()).flatMap(kind -> Schema.fieldsOf(kind).stream());
    }

    @ParameterizedTest(name = "D3 the default of {0} fits, and its label says what it is")
    @MethodSource("fields")
    void defaults(Field<?> field) {
        assertThat(field.refusal(field.plainDefault())).isEmpty();
        assertThat(field.label()).isNotBlank();
        assertThat(Schema.field(field.kind(), field.key())).contains(field);
        assertThat(Node.root(Documents.id(0)).kind()).isEqualTo(Kind.ENVIRONMENT);
    }

    @ParameterizedTest(name = "D3 {0} has fields with different keys, and values in their places")
    @EnumSource
    void keys(Kind kind) {
        List<Field<?>> fields = Schema.fieldsOf(kind);
        assertThat(fields).isNotEmpty().extracting(Field::key).doesNotHaveDuplicates();
        for (int index = 0; index < fields.size(); index++) {
            assertThat(fields.get(index).index()).isEqualTo(index);
        }
        assertThat(Kind.ofWireName(kind.wireName())).contains(kind);
    }

    @Test
    @DisplayName("D3 an unknown key is no field")
    void unknown() {
        assertThat(Schema.field(Kind.ROUTE, "colour")).isEmpty();
        assertThat(Schema.field(Kind.ROUTE, "statusCode")).isEmpty();
    }

    @Test
    @DisplayName("D3 a value of the wrong type or out of bounds is refused with a sentence")
    void refusals() {
        assertThat(Schema.RESPONSE_STATUS.refusal(99)).get().asString().contains("100", "999", "99");
        assertThat(Schema.RESPONSE_STATUS.refusal("200")).get().asString().contains("whole number", "string");
        assertThat(Schema.ROUTE_ENABLED.refusal(1)).get().asString().contains("boolean", "number");
        assertThat(Schema.ROUTE_METHOD.refusal("query")).get().asString().contains("get");
        assertThat(Schema.ROUTE_METHOD.refusal("")).isEmpty();
        assertThat(Schema.ROUTE_RESPONSE_MODE.refusal("")).isEmpty();
        assertThat(Schema.RESPONSE_BODY_TYPE.refusal("")).isPresent();
        assertThat(Schema.CALLBACK_METHOD.refusal("all")).isPresent();
        assertThat(Schema.RESPONSE_BUCKET.refusal("x\0")).get().asString().contains("null character");
    }

    @Test
    @DisplayName("D20 the content of a file is a SHA-256 with a size, and no larger than files may be")
    void contents() {
        String hash = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        assertThat(FileContent.of(new byte[] {'a', 'b', 'c'}).text()).isEqualTo(hash + ":3");
        assertThat(Schema.FILE_CONTENT.refusal(hash + ":3")).isEmpty();
        assertThat(Schema.FILE_CONTENT.refusal(hash + ":" + Limits.MAX_FILE_BYTES))
                .isEmpty();
        assertThat(Schema.FILE_CONTENT.refusal(hash + ":" + (Limits.MAX_FILE_BYTES + 1)))
                .get()
                .asString()
                .contains("10,485,761", "10,485,760");
        for (String other :
                List.of("", hash, hash + ":", hash + ":-1", hash + ":03", "x" + hash + ":3", hash + ":3 ")) {
            assertThat(Schema.FILE_CONTENT.refusal(other)).as(other).isPresent();
        }
        assertThat(Schema.FILE_PATH.refusal("../x")).isPresent();
        assertThat(Schema.FILE_PATH.excess("x".repeat(301))).hasValue(new Excess(300, 301));
    }

    @Test
    @DisplayName("D7 texts over the limit of their field are refused with the limit and their length")
    void lengths() {
        assertThat(Schema.HEADER_KEY.refusal("x".repeat(Limits.MAX_SHORT_TEXT))).isEmpty();
        assertThat(Schema.HEADER_KEY.refusal("x".repeat(Limits.MAX_SHORT_TEXT + 1)))
                .isPresent();
        assertThat(Schema.RESPONSE_BODY.refusal("x".repeat(Limits.MAX_LONG_TEXT)))
                .isEmpty();
        assertThat(Schema.RESPONSE_BODY.refusal("x".repeat(Limits.MAX_LONG_TEXT + 1)))
                .isPresent();
    }
}
