package dev.understudy.environment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class EnvironmentJsonTest {

    private static final JsonMapper JSON = new JsonMapper();

    static Stream<Field<?>> fields() {
        return SchemaTest.fields();
    }

    @ParameterizedTest(name = "D3 the default of {0} is read as it was written")
    @MethodSource("fields")
    void roundTrip(Field<?> field) {
        JsonNode json = EnvironmentJson.write(field, field.plainDefault());
        assertThat(EnvironmentJson.read(field, json))
                .isEqualTo(new EnvironmentJson.Reading.Value(field.plainDefault()));
    }

    @ParameterizedTest(name = "D3 a status code {0} is refused: it {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "200"       | must be a whole number, not a string
            true        | must be a whole number, not a boolean
            null        | must not be null
            200.5       | must not be a fraction or a huge number
            1e99        | must not be a fraction or a huge number
            99999999999 | must not be a fraction or a huge number
            {}          | must be a whole number, not a JSON object or array
            [200]       | must be a whole number, not a JSON object or array
            99          | must be between 100 and 999, not 99
            """)
    void strict(String json, String reason) {
        assertThat(EnvironmentJson.read(Schema.RESPONSE_STATUS, JSON.readTree(json)))
                .isEqualTo(new EnvironmentJson.Reading.Refused(reason));
    }

    @Test
    @DisplayName("D3 a choice of nothing is null in JSON and empty in memory")
    void nullable() {
        assertThat(EnvironmentJson.write(Schema.ROUTE_RESPONSE_MODE, "").isNull())
                .isTrue();
        assertThat(EnvironmentJson.read(Schema.ROUTE_RESPONSE_MODE, JSON.readTree("null")))
                .isEqualTo(new EnvironmentJson.Reading.Value(""));
        assertThat(EnvironmentJson.read(Schema.ROUTE_METHOD, JSON.readTree("null")))
                .isInstanceOf(EnvironmentJson.Reading.Refused.class);
    }

    @Test
    @DisplayName("D3 stored fields make the node again; missing ones have their default")
    void stored() {
        Node empty = Documents.response(1, 2, false);
        Node node = empty.with(Schema.RESPONSE_STATUS, 404)
                .with(Schema.RESPONSE_BODY, "ä\n")
                .withExtras(Map.of("x", "1"));
        ObjectNode fields = EnvironmentJson.writeStored(node);
        ObjectNode extras = EnvironmentJson.writeExtras(node.extras());
        assertThat(EnvironmentJson.readStored(empty, fields, extras)).isEqualTo(node);
        fields.remove("statusCode");
        assertThat(EnvironmentJson.readStored(empty, fields, extras).get(Schema.RESPONSE_STATUS))
                .isEqualTo(200);
    }

    @ParameterizedTest(name = "D16 {0}: {1} is kept")
    @DisplayName("D16 what another version stored and this one can't hold goes back where it came from")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            statusCode    | "4xx"
            statusCode    | null
            statusCode    | {"from":200,"to":1.50}
            bodyType      | "HOLOGRAM"
            disableTemplating | "sometimes"
            ofTomorrow    | {"a":[1,null]}
            """)
    void fromAnotherVersion(String key, String value) {
        Node empty = Documents.response(1, 2, false);
        ObjectNode fields = EnvironmentJson.writeStored(empty.with(Schema.RESPONSE_BODY, "hello"));
        fields.set(key, JSON.readTree(value));
        Node read = EnvironmentJson.readStored(empty, fields, JSON.readTree("{\"mine\":\"1\"}"));
        assertThat(read.get(Schema.RESPONSE_STATUS)).isEqualTo(200);
        assertThat(read.extras()).containsOnlyKeys("mine", key);
        Node edited = read.with(Schema.RESPONSE_LABEL, "changed");
        ObjectNode written = EnvironmentJson.writeStored(edited);
        assertThat(written.has(key)).isFalse();
        JsonNode back = JSON.readTree(
                EnvironmentJson.writeExtras(edited.extras()).get(key).stringValue());
        assertThat(back).isEqualTo(JSON.readTree(value));
        assertThat(EnvironmentJson.readStored(empty, written, EnvironmentJson.writeExtras(edited.extras())))
                .isEqualTo(edited);
    }

    @Test
    @DisplayName(
            "D16 what an older version kept as an extra is the value of its field again, and what is beyond a limit stays")
    void fromAnOlderVersion() {
        Node empty = Documents.response(1, 2, false);
        ObjectNode fields = EnvironmentJson.writeStored(empty);
        fields.remove("statusCode");
        fields.put("label", "x".repeat(Limits.MAX_SHORT_TEXT + 1));
        Node read = EnvironmentJson.readStored(empty, fields, JSON.readTree("{\"statusCode\":\"99999\"}"));
        assertThat(read.get(Schema.RESPONSE_STATUS)).isEqualTo(99_999);
        assertThat(read.get(Schema.RESPONSE_LABEL)).hasSize(Limits.MAX_SHORT_TEXT + 1);
        assertThat(read.extras()).isEmpty();
    }

    @Test
    @DisplayName("D10 unknown properties come back from storage as they were, digit by digit")
    void extras() {
        Map<String, String> extras = Map.of("x", "{\"a\":[1.50,null]}", "y", "1E+400", "", "\"\"");
        assertThat(EnvironmentJson.readExtras(EnvironmentJson.writeExtras(extras)))
                .isEqualTo(extras);
    }
}
