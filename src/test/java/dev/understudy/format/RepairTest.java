package dev.understudy.format;

import static dev.understudy.format.Fixture.current;
import static dev.understudy.format.Fixture.exported;
import static dev.understudy.format.Fixture.id;
import static dev.understudy.format.Fixture.imported;
import static dev.understudy.format.Fixture.nodes;
import static dev.understudy.format.Fixture.places;
import static dev.understudy.format.Fixture.texts;
import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.environment.Kind;
import dev.understudy.environment.Node;
import dev.understudy.environment.NodeId;
import dev.understudy.environment.Problem;
import dev.understudy.environment.Schema;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class RepairTest {

    @ParameterizedTest(name = "F10 {0}: {1} is taken as {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            port           | '8080'      | 8080
            port           | 80.6        | 81
            port           | '8e3'       | 8000
            port           | 70000       | 3000
            port           | -1          | 3000
            port           | 'http'      | 3000
            port           | null        | 3000
            port           | {}          | 3000
            port           | 1e999999999 | 3000
            latency        | -5          | 0
            latency        | '1500'      | 1500
            latency        | 1e-999999999 | 0
            latency        | 2.5         | 3
            cors           | 'false'     | true
            cors           | 0           | true
            proxyMode      | null        | false
            endpointPrefix | 12          | 12
            endpointPrefix | true        | true
            endpointPrefix | null        | ``
            endpointPrefix | ['a']       | ["a"]
            name           | null        | New environment
            """)
    void settings(String field, String given, String taken) {
        ImportResult.Imported result =
                imported("{'lastMigration':33,'uuid':'%s','routes':[],'%s':%s}".formatted(id(0), field, given));
        JsonNode value = MockoonExport.toJson(result.environment()).get(field);
        assertThat(value.asString()).isEqualTo(taken);
        assertThat(places(result)).containsExactly("/" + field);
        assertThat(result.problems().getFirst().severity()).isEqualTo(Problem.Severity.REPAIRED);
    }

    @ParameterizedTest(name = "F10 a response with {0}: {1} answers with {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            statusCode    | '404'    | 404
            statusCode    | 99       | 200
            statusCode    | 1000     | 200
            bodyType      | 'file'   | FILE
            bodyType      | 'X'      | INLINE
            rulesOperator | 'and'    | AND
            body          | {'a':1}  | {"a":1}
            body          | 5        | 5
            crudKey       | ''       | id
            label         | null     | ``
            """)
    void responses(String field, String given, String taken) {
        ImportResult.Imported result =
                imported(current("'routes':[{'responses':[{'default':true,'%s':%s}]}]".formatted(field, given)));
        JsonNode response = MockoonExport.toJson(result.environment()).at("/routes/0/responses/0");
        assertThat(response.get(field).asString()).isEqualTo(taken);
        assertThat(places(result)).containsExactly("/routes/0/responses/0/" + field);
    }

    @ParameterizedTest(name = "F10 a route with {0}: {1} has {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            method            | 'GET'    | get
            method            | ' Post ' | post
            method            | 'query'  | get
            method            | null     | get
            type              | 'rest'   | http
            responseMode      | 'random' | RANDOM
            responseMode      | 'X'      | ``
            streamingMode     | 7        | ``
            streamingInterval | -1       | 0
            enabled           | 'no'     | ``
            """)
    void routes(String field, String given, String taken) {
        ImportResult.Imported result =
                imported(current("'routes':[{'%s':%s,'responses':[{'default':true}]}]".formatted(field, given)));
        JsonNode route = MockoonExport.toJson(result.environment()).at("/routes/0");
        assertThat(route.path(field).asString("")).isEqualTo(taken);
        assertThat(places(result)).containsExactly("/routes/0/" + field);
        assertThat(result.problems().getFirst().field()).isEqualTo(field);
    }

    @Test
    @DisplayName("F10 a method may be empty, a mode may be null, and neither is a repair")
    void allowedNothing() {
        ImportResult.Imported result = imported(current(
                "'routes':[{'method':'','responseMode':null,'streamingMode':null,'responses':[{'default':true}]}]"));
        assertThat(result.problems()).isEmpty();
    }

    @Test
    @DisplayName("F10 callbacks, rules, buckets and TLS options are mended the same way")
    void otherKinds() {
        ImportResult.Imported result = imported(current("""
                'tlsOptions':{'type':'pfx','certPath':1},
                'callbacks':[{'uuid':'%s','id':'c','name':'','method':'all'}],
                'data':[{'uuid':'%s','id':'d','value':[1,2]}],
                'routes':[{'responses':[{'default':true,'rules':[{'target':'BODY','invert':'x'}]}]}]""".formatted(id(1), id(2))));
        assertThat(places(result))
                .containsExactlyInAnyOrder(
                        "/tlsOptions/type",
                        "/tlsOptions/certPath",
                        "/callbacks/0/name",
                        "/callbacks/0/method",
                        "/data/0/value",
                        "/routes/0/responses/0/rules/0/target",
                        "/routes/0/responses/0/rules/0/invert");
        JsonNode file = MockoonExport.toJson(result.environment());
        assertThat(file.at("/tlsOptions/type").asString()).isEqualTo("PFX");
        assertThat(file.at("/callbacks/0/name").asString()).isEqualTo("Callback");
        assertThat(file.at("/callbacks/0/method").asString()).isEqualTo("post");
        assertThat(file.at("/data/0/value").asString()).isEqualTo("[1,2]");
    }

    @Test
    @DisplayName("F10 the place of a repair is that in the original, whatever migrations moved")
    void originalPlace() {
        ImportResult.Imported result = imported("""
                {'lastMigration':1,'routes':[{'endpoint':'a','statusCode':'99','customHeaders':[{'key':7}]}]}""");
        assertThat(places(result)).containsExactlyInAnyOrder("/routes/0/statusCode", "/routes/0/customHeaders/0/key");
    }

    @Test
    @DisplayName("F9 a missing property has its default and is no repair")
    void missing() {
        ImportResult.Imported result = imported("{'routes':[{'endpoint':'a','responses':[{'body':'hi'}]}]}");
        assertThat(result.problems()).isEmpty();
        Node response = nodes(result.environment(), Kind.RESPONSE).getFirst();
        assertThat(response.get(Schema.RESPONSE_STATUS)).isEqualTo(200);
        assertThat(response.get(Schema.RESPONSE_DEFAULT)).isTrue();
    }

    @Test
    @DisplayName("F9 a bucket and a callback without short id get one of four characters")
    void shortIds() {
        JsonNode file = exported(current("'data':[{}],'callbacks':[{}]"));
        assertThat(file.at("/data/0/id").asString()).matches("[0-9a-z]{4}");
        assertThat(file.at("/callbacks/0/id").asString()).matches("[0-9a-z]{4}");
    }

    @Test
    @DisplayName("F11 headers, rules, responses, routes and folders that are no objects become default ones")
    void itemsMade() {
        ImportResult.Imported result = imported(current("""
                'headers':[1,{'key':'a'}],'folders':['x'],'routes':[null,
                 {'uuid':'%s','responses':[null,{'default':true,'rules':[true],'headers':[[]]}]}],
                 'rootChildren':[{'type':'route','uuid':'%s'}]""".formatted(id(1), id(1))));
        assertThat(places(result))
                .contains(
                        "/headers/0",
                        "/folders/0",
                        "/routes/0",
                        "/routes/1/responses/0",
                        "/routes/1/responses/1/rules/0",
                        "/routes/1/responses/1/headers/0");
        assertThat(nodes(result.environment(), Kind.ROUTE)).hasSize(2);
        assertThat(nodes(result.environment(), Kind.FOLDER)).hasSize(1);
        assertThat(nodes(result.environment(), Kind.HEADER)).hasSize(3);
        assertThat(nodes(result.environment(), Kind.RULE)).hasSize(1);
    }

    @Test
    @DisplayName("F11 buckets, callbacks and invocations that are no objects are left out")
    void itemsLeftOut() {
        ImportResult.Imported result = imported(
                current("'data':[1],'callbacks':[null],'routes':[{'responses':[{'default':true,'callbacks':['x']}]}]"));
        assertThat(places(result)).containsExactly("/data/0", "/callbacks/0", "/routes/0/responses/0/callbacks/0");
        assertThat(result.environment().size()).isEqualTo(3);
    }

    @Test
    @DisplayName("F11 what should be a list and is none is taken as empty")
    void noLists() {
        ImportResult.Imported result = imported(current(
                "'headers':{},'data':1,'folders':'x','rootChildren':null,'tlsOptions':[],'routes':[{'uuid':'%s','responses':{}}]"
                        .formatted(id(1))));
        assertThat(places(result))
                .contains("/headers", "/data", "/folders", "/rootChildren", "/tlsOptions", "/routes/0/responses");
    }

    @Test
    @DisplayName("F13 of two nodes with one id the second gets its own and writes the old one on export")
    void duplicates() {
        ImportResult.Imported result = imported(current("""
                'routes':[{'uuid':'%1$s','endpoint':'a','responses':[{'uuid':'%1$s','default':true}]},
                 {'uuid':'%1$s','endpoint':'b','responses':[{'default':true}]}],
                 'rootChildren':[{'type':'route','uuid':'%1$s'},{'type':'route','uuid':'%1$s'}]""".formatted(id(1))));
        assertThat(places(result)).containsExactlyInAnyOrder("/routes/0/responses/0/uuid", "/routes/1/uuid");
        List<Node> routes = nodes(result.environment(), Kind.ROUTE);
        assertThat(routes.get(0).id()).isEqualTo(new NodeId(id(1)));
        assertThat(routes.get(1).id()).isNotEqualTo(new NodeId(id(1)));
        JsonNode file = MockoonExport.toJson(result.environment());
        assertThat(texts(file.get("routes"), "uuid")).containsExactly(id(1), id(1));
        assertThat(texts(file.get("routes"), "endpoint")).containsExactly("a", "b");
        assertThat(texts(file.get("rootChildren"), "uuid")).containsExactly(id(1), id(1));
    }

    @Test
    @DisplayName("F13 references to a callback whose id is there twice mean the first one")
    void duplicateCallbacks() {
        ImportResult.Imported result = imported(current("""
                'data':[{'uuid':'%1$s','id':'a'}],'callbacks':[{'uuid':'%1$s','name':'first'},{'uuid':'%1$s','name':'second'}],
                'routes':[{'responses':[{'default':true,'callbacks':[{'uuid':'%1$s'}]}]}]""".formatted(id(1))));
        Node invocation = nodes(result.environment(), Kind.INVOCATION).getFirst();
        NodeId target = new NodeId(invocation.get(Schema.INVOCATION_CALLBACK));
        assertThat(result.environment().get(target).get(Schema.CALLBACK_NAME)).isEqualTo("first");
        assertThat(MockoonExport.toJson(result.environment())
                        .at("/routes/0/responses/0/callbacks/0/uuid")
                        .asString())
                .isEqualTo(id(1));
    }

    @Test
    @DisplayName("F14 an id that is no UUID is replaced, and references in the tree follow")
    void noUuid() {
        ImportResult.Imported result = imported(current("""
                'folders':[{'uuid':'f','children':[{'type':'route','uuid':'r'}]}],
                'routes':[{'uuid':'r','responses':[{'default':true}]}],'rootChildren':[{'type':'folder','uuid':'f'}]"""));
        assertThat(places(result)).containsExactly("/folders/0/uuid", "/routes/0/uuid");
        Node route = nodes(result.environment(), Kind.ROUTE).getFirst();
        assertThat(route.parent())
                .isEqualTo(nodes(result.environment(), Kind.FOLDER).getFirst().id());
        JsonNode file = MockoonExport.toJson(result.environment());
        assertThat(file.at("/folders/0/children/0/uuid")).isEqualTo(file.at("/routes/0/uuid"));
    }

    @Test
    @DisplayName("F14 another spelling of a UUID is kept for exports")
    void otherSpelling() {
        String bare = id(1).replace("-", "");
        ImportResult.Imported result = imported(current(
                "'routes':[{'uuid':'%s','responses':[{'default':true}]}],'rootChildren':[{'type':'route','uuid':'%s'}]"
                        .formatted(bare, bare)));
        assertThat(result.problems()).isEmpty();
        assertThat(MockoonExport.toJson(result.environment())
                        .at("/rootChildren/0/uuid")
                        .asString())
                .isEqualTo(bare);
    }

    @Test
    @DisplayName("F15 a route without response gets one")
    void noResponse() {
        ImportResult.Imported result = imported(current("'routes':[{'responses':[]}]"));
        assertThat(places(result)).containsExactly("/routes/0");
        assertThat(nodes(result.environment(), Kind.RESPONSE)).hasSize(1);
    }

    @Test
    @DisplayName("F15 of several default responses the first stays, of none the first becomes it")
    void defaults() {
        ImportResult.Imported result = imported(current("""
                'routes':[{'responses':[{'default':false},{'default':true},{'default':true}]},
                 {'responses':[{'default':false},{'default':false}]}]"""));
        assertThat(places(result)).containsExactly("/routes/0/responses/2/default", "/routes/1");
        assertThat(nodes(result.environment(), Kind.RESPONSE))
                .extracting(node -> node.get(Schema.RESPONSE_DEFAULT))
                .containsExactly(false, true, false, true, false);
    }

    @Test
    @DisplayName("F16 references to nothing are emptied")
    void dangling() {
        ImportResult.Imported result = imported(current("""
                'data':[{'id':'a'}],'callbacks':[{'databucketID':'b'}],
                'routes':[{'responses':[{'default':true,'databucketID':'x','callbacks':[{'uuid':'%s'}]},
                 {'databucketID':'a'}]}]""".formatted(id(5))));
        assertThat(places(result))
                .containsExactlyInAnyOrder(
                        "/callbacks/0/databucketID",
                        "/routes/0/responses/0/databucketID",
                        "/routes/0/responses/0/callbacks/0/uuid");
        JsonNode responses = MockoonExport.toJson(result.environment()).at("/routes/0/responses");
        assertThat(texts(responses, "databucketID")).containsExactly("", "a");
        assertThat(responses.at("/0/callbacks/0/uuid").asString()).isEmpty();
    }

    @Test
    @DisplayName("F18 null characters and halves of surrogate pairs are replaced, in known and unknown texts")
    void texts18() {
        ImportResult.Imported result = imported(
                current(
                        "'hostname':'a\\u0000b','endpointPrefix':'\\ud83d','x\\ud800':'\\ud83d','headers':[{'key':'\\ud83d\\ude00'}]"));
        assertThat(places(result)).containsExactly("/endpointPrefix", "/hostname");
        Node root = result.environment().root();
        assertThat(root.get(Schema.ENVIRONMENT_HOSTNAME)).isEqualTo("a\uFFFDb");
        assertThat(root.get(Schema.ENVIRONMENT_PREFIX)).isEqualTo("\uFFFD");
        assertThat(root.extras()).containsEntry("x\uFFFD", "\"\uFFFD\"");
        assertThat(nodes(result.environment(), Kind.HEADER).getFirst().get(Schema.HEADER_KEY))
                .isEqualTo("\uD83D\uDE00");
    }

    @Test
    @DisplayName("F20 very many repairs are counted, not listed")
    void manyRepairs() {
        String bad = "1,".repeat(Repairs.MAX_LISTED + 49) + "1";
        ImportResult.Imported result = imported(current("'headers':[" + bad + "]"));
        assertThat(result.problems()).hasSize(Repairs.MAX_LISTED + 1);
        assertThat(result.problems().getLast().message()).isEqualTo("… and 50 more.");
    }
}
