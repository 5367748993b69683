package dev.understudy.format;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

class FakerRenamesTest {

    @ParameterizedTest(name = "F7 the migration to 29 makes of {0}: {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {{faker 'name.firstName'}}                                | {{faker 'person.firstName'}}
            {{{faker "name.firstName"}}}                              | {{{faker "person.firstName"}}}
            {{faker \\"name.firstName\\"}}                            | {{faker \\"person.firstName\\"}}
            {{faker 'random.words' 3}}                                | {{faker 'word.words' 3}}
            {{faker 'address.stateAbbr'}}                             | {{faker 'location.state' abbreviated=true}}
            {{#repeat (faker 'datatype.number' min=1) comma=true}}x{{/repeat}} | {{#repeat (faker 'number.int' min=1 max=99999) comma=true}}x{{/repeat}}
            {{concat (faker 'name.prefix') (faker 'address.city')}}   | {{concat (faker 'person.prefix') (faker 'location.city')}}
            {{faker 'phone.phoneNumber'}}                             | {{faker 'phone.number'}}
            {{faker 'fake' 'a'}}                                      | {{faker 'helpers.fake' 'a'}}
            {{faker 'person.firstName'}}                              | {{faker 'person.firstName'}}
            {{faker 'address.cityPrefixes'}}                          | {{faker 'address.cityPrefixes'}}
            {{name.firstName}} faker 'name.firstName'                 | {{name.firstName}} faker 'name.firstName'
            no template                                               | no template
            """)
    void renames(String before, String after) {
        assertThat(migrated(before, new Repairs(new Places(JsonNodeFactory.instance.objectNode()))))
                .isEqualTo(after);
    }

    @Test
    @DisplayName("F7 the migration to 29 removes and lists calls of methods that are gone")
    void removes() {
        Repairs repairs = new Repairs(new Places(JsonNodeFactory.instance.objectNode()));
        assertThat(migrated("a {{faker 'address.cityPrefix'}} b {{faker 'name.sex'}}", repairs))
                .isEqualTo("a  b {{faker 'person.sex'}}");
        assertThat(repairs.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.message()).contains("{{faker 'address.cityPrefix'}}"));
    }

    @Test
    @DisplayName("F7 the migration to 29 renames in bodies and in data buckets, and nowhere else")
    void where() {
        ObjectNode file = (ObjectNode) JsonText.parse("""
                {"data":[{"value":"{{faker 'name.sex'}}","name":"{{faker 'name.sex'}}"}],
                 "routes":[{"responses":[{"body":"{{faker 'name.sex'}}","label":"{{faker 'name.sex'}}"}]}]}""");
        FakerRenames.run(file, new Repairs(new Places(file)));
        assertThat(file.at("/data/0/value").asString()).contains("person.sex");
        assertThat(file.at("/data/0/name").asString()).contains("name.sex");
        assertThat(file.at("/routes/0/responses/0/body").asString()).contains("person.sex");
        assertThat(file.at("/routes/0/responses/0/label").asString()).contains("name.sex");
    }

    private static String migrated(String text, Repairs repairs) {
        ObjectNode file = JsonNodeFactory.instance.objectNode();
        file.putArray("data").addObject().put("value", text);
        FakerRenames.run(file, repairs);
        return file.at("/data/0/value").asString();
    }
}
