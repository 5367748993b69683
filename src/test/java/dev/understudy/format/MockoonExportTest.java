package dev.understudy.format;

import static dev.understudy.format.Fixture.current;
import static dev.understudy.format.Fixture.exported;
import static dev.understudy.format.Fixture.id;
import static dev.understudy.format.Fixture.imported;
import static dev.understudy.format.Fixture.texts;
import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.environment.CertificateType;
import dev.understudy.environment.Environment;
import dev.understudy.environment.Kind;
import dev.understudy.environment.Node;
import dev.understudy.environment.OrderKey;
import dev.understudy.environment.Schema;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class MockoonExportTest {

    @Test
    @DisplayName("F21 an export has all properties in the order of the format")
    void order() {
        ObjectNode file = exported(current("""
                'folders':[{}],'callbacks':[{'headers':[{}]}],'data':[{}],'routes':[{'responses':[{'rules':[{}],
                'headers':[{}],'callbacks':[{}]}]}]"""));
        assertThat(file.propertyNames())
                .containsExactly(
                        "uuid",
                        "lastMigration",
                        "name",
                        "endpointPrefix",
                        "latency",
                        "port",
                        "hostname",
                        "folders",
                        "routes",
                        "rootChildren",
                        "proxyMode",
                        "proxyHost",
                        "proxyRemovePrefix",
                        "tlsOptions",
                        "cors",
                        "headers",
                        "proxyReqHeaders",
                        "proxyResHeaders",
                        "data",
                        "callbacks");
        assertThat(file.at("/tlsOptions").propertyNames())
                .containsExactly("enabled", "type", "pfxPath", "certPath", "keyPath", "caPath", "passphrase");
        assertThat(file.at("/folders/0").propertyNames()).containsExactly("uuid", "name", "children");
        assertThat(file.at("/routes/0").propertyNames())
                .containsExactly(
                        "uuid",
                        "type",
                        "documentation",
                        "method",
                        "endpoint",
                        "responses",
                        "responseMode",
                        "streamingMode",
                        "streamingInterval");
        assertThat(file.at("/routes/0/responses/0").propertyNames())
                .containsExactly(
                        "uuid",
                        "body",
                        "latency",
                        "statusCode",
                        "label",
                        "headers",
                        "bodyType",
                        "filePath",
                        "databucketID",
                        "sendFileAsBody",
                        "rules",
                        "rulesOperator",
                        "disableTemplating",
                        "fallbackTo404",
                        "default",
                        "crudKey",
                        "callbacks");
        assertThat(file.at("/routes/0/responses/0/rules/0").propertyNames())
                .containsExactly("target", "modifier", "value", "invert", "operator");
        assertThat(file.at("/routes/0/responses/0/callbacks/0").propertyNames()).containsExactly("uuid", "latency");
        assertThat(file.at("/callbacks/0").propertyNames())
                .containsExactly(
                        "uuid",
                        "id",
                        "uri",
                        "name",
                        "documentation",
                        "method",
                        "headers",
                        "bodyType",
                        "body",
                        "databucketID",
                        "filePath",
                        "sendFileAsBody");
        assertThat(file.at("/data/0").propertyNames()).containsExactly("uuid", "id", "name", "documentation", "value");
    }

    @Test
    @DisplayName("F21 the text is indented by two spaces and says the current version")
    void text() {
        assertThat(MockoonExport.toText(imported(current("'routes':[]")).environment()))
                .startsWith("{\n  \"uuid\": \"" + id(0) + "\",\n  \"lastMigration\": 33,\n  \"name\": \"Test\",")
                .contains("\"headers\": [],");
    }

    @Test
    @DisplayName("F21 lists come in the order of their order keys")
    void orderKeys() {
        Environment environment = imported(current("'headers':[{'key':'a'},{'key':'b'},{'key':'c'}]"))
                .environment();
        Node first = Fixture.nodes(environment, Kind.HEADER).getFirst();
        Environment moved = environment.with(first.at(environment.root().id(), first.slot(), new OrderKey("a1V")));
        assertThat(texts(MockoonExport.toJson(moved).get("headers"), "key")).containsExactly("b", "a", "c");
    }

    @Test
    @DisplayName("F24 enabled is written only where it is false")
    void enabled() {
        ObjectNode file = exported(
                current(
                        "'folders':[{'enabled':false},{'enabled':true}],'routes':[{'enabled':false,'responses':[{}]},{'responses':[{}]}]"));
        assertThat(texts(file.get("folders"), "enabled")).containsExactly("false", "-");
        assertThat(texts(file.get("routes"), "enabled")).containsExactly("false", "-");
    }

    @Test
    @DisplayName("F17 unknown properties come back wherever they stood, with all digits")
    void extras() {
        String unknown = "'x':{'b':[1.50,1E+30,null],'a':true}";
        ObjectNode file = exported(current("""
                'tlsOptions':{%1$s},'folders':[{'uuid':'%2$s',%1$s}],'rootChildren':[{'type':'folder','uuid':'%2$s',%1$s}],
                'headers':[{%1$s}],'data':[{%1$s}],'callbacks':[{'uuid':'%3$s',%1$s}],
                'routes':[{%1$s,'responses':[{%1$s,'rules':[{%1$s}],'callbacks':[{'uuid':'%3$s',%1$s}]}]}],%1$s""".formatted(unknown, id(1), id(2))));
        for (String place : new String[] {
            "",
            "/tlsOptions",
            "/folders/0",
            "/rootChildren/0",
            "/headers/0",
            "/data/0",
            "/callbacks/0",
            "/routes/0",
            "/routes/0/responses/0",
            "/routes/0/responses/0/rules/0",
            "/routes/0/responses/0/callbacks/0"
        }) {
            assertThat(JsonText.raw(file.at(place + "/x"))).as(place).isEqualTo("{\"b\":[1.50,1E+30,null],\"a\":true}");
        }
    }

    @Test
    @DisplayName("F21 a change of a field is in the export")
    void changed() {
        Environment environment = imported(current("'routes':[]")).environment();
        Environment renamed =
                environment.with(environment.root().with(Schema.ENVIRONMENT_TLS_TYPE, CertificateType.PFX));
        assertThat(MockoonExport.toJson(renamed).at("/tlsOptions/type").asString())
                .isEqualTo("PFX");
    }
}
