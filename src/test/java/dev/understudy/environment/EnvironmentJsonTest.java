package dev.understudy.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

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
        JsonNode json = EnvironmentJson.write(field, field.defaultValue());
        assertThat(EnvironmentJson.read(field, json))
                .isEqualTo(new EnvironmentJson.Reading.Value(field.defaultValue()));
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
    @DisplayName("D3 stored fields make the node again; missing ones have their default, damaged ones do not pass")
    void stored() {
        Node empty = Documents.response(1, 2, false);
        Node node = empty.with(Schema.RESPONSE_STATUS, 404).with(Schema.RESPONSE_BODY, "ä\n");
        ObjectNode fields = EnvironmentJson.writeFields(node);
        assertThat(EnvironmentJson.readStored(empty, fields)).isEqualTo(node);
        fields.remove("statusCode");
        assertThat(EnvironmentJson.readStored(empty, fields).get(Schema.RESPONSE_STATUS))
                .isEqualTo(200);
        fields.put("statusCode", "x");
        assertThatIllegalArgumentException().isThrownBy(() -> EnvironmentJson.readStored(empty, fields));
    }

    @Test
    @DisplayName("D10 unknown properties come back from storage as they were, digit by digit")
    void extras() {
        Map<String, String> extras = Map.of("x", "{\"a\":[1.50,null]}", "y", "1E+400", "", "\"\"");
        assertThat(EnvironmentJson.readExtras(EnvironmentJson.writeExtras(extras)))
                .isEqualTo(extras);
    }
}
