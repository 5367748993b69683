package dev.understudy.format;

import static dev.understudy.format.Fixture.current;
import static dev.understudy.format.Fixture.imported;
import static dev.understudy.format.Fixture.refused;
import static dev.understudy.format.Fixture.refusedText;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecognitionTest {

    @Test
    @DisplayName("F1 a byte order mark is skipped")
    void byteOrderMark() {
        byte[] file = ("\uFEFF" + Fixture.json(current("'routes':[]"))).getBytes(StandardCharsets.UTF_8);
        assertThat(MockoonImport.read(file, Fixture.ids())).isInstanceOf(ImportResult.Imported.class);
    }

    @Test
    @DisplayName("F1 bytes that are not UTF-8 are refused")
    void otherEncoding() {
        byte[] file = Fixture.json(current("'routes':[],'x':'é'")).getBytes(StandardCharsets.ISO_8859_1);
        assertThat(MockoonImport.read(file, Fixture.ids()))
                .isInstanceOfSatisfying(
                        ImportResult.Refused.class,
                        refused -> assertThat(refused.message()).contains("UTF-8"));
    }

    @ParameterizedTest(name = "F2 {0} is refused: {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ``                  | ``               | empty
            `  `                | ``               | empty
            {"a":1,             | line 1, column 8 | ends too early
            {"a" 1}             | line 1, column 6 | a colon should stand
            {"a":1}{            | line 1, column 8 | something follows
            {a:1}               | line 1, column 2 | double quotes
            {"a":tru}           | line 1, column 6 | “tru” is no value
            {"a":"\\x"}         | line 1, column 8 | two backslashes
            {"a":NaN}           | line 1, column 9 | NaN
            {"a":01}            | line 1, column 7 | not written as JSON writes numbers
            {"a":+1}            | line 1, column 7 | '+'
            {"a":.5}            | line 1, column 6 | where “.” is
            {'a':1}             | line 1, column 2 | '
            {"a":1,}            | line 1, column 8 | where “}” is
            {/* */}             | line 1, column 2 | '/'
            [1                  | line 1, column 3 | not closed
            openapi: 3.1.0      | line 1, column 1 | OpenAPI description in YAML
            <wsdl/>             | line 1, column 1 | XML
            """)
    void malformed(String text, String place, String words) {
        ImportResult.Refused refused = refusedText(text);
        assertThat(refused.place()).isEqualTo(place);
        assertThat(refused.message())
                .containsIgnoringCase(words)
                .doesNotContain("Source", "code ", "Stream", "REDACTED", "Feature", "`")
                .endsWith(".");
    }

    @ParameterizedTest(name = "F3 {0} is refused: {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {}                                                       | empty object
            []                                                       | list
            [{'routes':[]}]                                          | list
            null                                                     | single JSON value
            'text'                                                   | single JSON value
            12                                                       | single JSON value
            {'info':{'_postman_id':'x'},'item':[]}                   | Postman
            {'info':{'schema':'https://schema.getpostman.com/x'}}    | Postman
            {'__export_format':4,'resources':[]}                     | Insomnia
            {'type':'collection.insomnia.rest/5.0'}                  | Insomnia
            {'mappings':[]}                                          | WireMock
            {'request':{},'response':{}}                             | WireMock
            {'uuid':'x','method':'get','endpoint':'a','responses':[]} | single route
            {'name':'package','version':'1'}                         | neither routes nor
            {'routes':'none'}                                        | neither routes nor
            """)
    void foreign(String file, String words) {
        ImportResult.Refused refused = refused(file);
        assertThat(refused.message()).contains(words).contains("Only Mockoon environment files");
    }

    @ParameterizedTest(name = "F3 where only an environment will do, {0} is refused with what can be made of it")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {'openapi':'3.1.0','info':{},'paths':{}}
            {'swagger':'2.0','paths':{}}
            {'log':{'version':'1.2','entries':[]}}
            """)
    void descriptions(String file) {
        assertThat(refused(file).message())
                .containsAnyOf("OpenAPI description, not an environment", "HTTP archive (HAR), not an environment")
                .contains("new environment");
    }

    @Test
    @DisplayName("F3 the settings of an environment are enough, routes may be missing")
    void settingsOnly() {
        assertThat(imported("{'name':'a','port':3000,'hostname':''}").problems())
                .isEmpty();
    }

    @Test
    @DisplayName("F3 a list of routes is enough, whatever else there is")
    void routesOnly() {
        assertThat(imported("{'routes':[],'openapi':'x'}").problems()).isEmpty();
    }

    @Test
    @DisplayName("F4 an export of more than one environment is refused, and one of routes alone")
    void manyEnvironments() {
        String item = "{'type':'environment','item':{'routes':[]}}";
        ImportResult.Refused two = refused("{'source':'mockoon:1.17.0','data':[" + item + "," + item + "]}");
        assertThat(two.place()).isEqualTo("/data");
        assertThat(two.message()).contains("2 environments");
        refused("{'source':'mockoon:1.17.0','data':[{'type':'route','item':{}}]}");
        refused("{'source':'mockoon:1.17.0','data':[]}");
    }

    @Test
    @DisplayName("F4 places in a wrapped file begin at its root")
    void placesInWrapped() {
        ImportResult.Imported imported =
                imported("{'source':'mockoon:1.17.0','data':[{'type':'environment','item':{'port':'x','routes':[]}}]}");
        assertThat(Fixture.places(imported)).containsExactly("/data/0/item/port");
    }
}
