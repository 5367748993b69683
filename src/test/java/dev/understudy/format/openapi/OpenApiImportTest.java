package dev.understudy.format.openapi;

import static dev.understudy.format.openapi.Descriptions.headers;
import static dev.understudy.format.openapi.Descriptions.imported;
import static dev.understudy.format.openapi.Descriptions.operation;
import static dev.understudy.format.openapi.Descriptions.refused;
import static dev.understudy.format.openapi.Descriptions.routes;
import static dev.understudy.format.openapi.Descriptions.told;
import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.environment.CrossOrigin;
import dev.understudy.environment.Environment;
import dev.understudy.environment.Node;
import dev.understudy.environment.Schema;
import dev.understudy.environment.Slot;
import dev.understudy.environment.Starter;
import dev.understudy.format.ImportResult;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is expected was looked up in `@mockoon/cli` 9.9.0, but for what it fails at.
class OpenApiImportTest {

    @ParameterizedTest(name = "F32 {0} → {1}, {2}, /{3}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {'swagger':'2.0','host':'h:81','basePath':'/v1/','info':{'title':'Shop'},'paths':{}} | Shop | 81 | v1/
            {'swagger':'2.0','info':{},'paths':{}}                         | Swagger import | 3000 | ``
            {'swagger':2,'host':'h','basePath':'v1','info':{},'paths':{}}  | Swagger import | 3000 | v1
            {'swagger':'2.0','host':'h:8x','basePath':'//a','paths':{}}    | Swagger import | 8 | /a
            {'swagger':'2.0','host':'[::1]:82','paths':{}}                 | Swagger import | 3000 | ``
            {'swagger':'2.0','host':'h:70000','paths':{}}                  | Swagger import | 3000 | ``
            {'openapi':'3.0.0','info':{'title':5},'paths':{}}              | 5 | 3000 | ``
            {'openapi':'3.1.0','paths':{},'servers':[]}                    | OpenAPI import | 3000 | ``
            {'openapi':3.1,'paths':{},'servers':[{'url':'https://h:99/p?q=1#f'}]} | OpenAPI import | 3000 | p
            {'openapi':'3.0.0','paths':{},'servers':[{'url':'/v1/'}]}      | OpenAPI import | 3000 | v1/
            {'openapi':'3.0.0','paths':{},'servers':[{'url':'v1'}]}        | OpenAPI import | 3000 | ``
            {'openapi':'3.0.0','paths':{},'servers':[{'url':'//h/v1'}]}    | OpenAPI import | 3000 | /h/v1
            {'openapi':'3.0.0','paths':{},'servers':[{'url':'https://{h}/{v}'}]} | OpenAPI import | 3000 | ``
            {'openapi':'3.0.0','paths':{},'servers':[{'url':'{s}://h/{v}','variables':{'s':{'default':'https'},'v':{'default':2}}}]} | OpenAPI import | 3000 | 2
            {'openapi':'3.0.0','paths':{},'servers':[{'url':'https://h/{v-1}','variables':{'v-1':{'default':'k'}}}]} | OpenAPI import | 3000 | %7Bv-1%7D
            {'openapi':'3.0.0','paths':{},'servers':[{'url':'https://h/a b/é'}]} | OpenAPI import | 3000 | a%20b/%C3%A9
            {'openapi':'3.0.0','paths':{},'servers':[{'url':'https://h/a/../b/./c//d/..'}]} | OpenAPI import | 3000 | b/c//
            {'openapi':'3.0.0','paths':{},'servers':[{'url':'localhost:3000/x'}]} | OpenAPI import | 3000 | 3000/x
            {'openapi':'3.0.0','paths':{},'servers':[{'url':'https://h:99999/x'}]} | OpenAPI import | 3000 | ``
            {'openapi':'3.0.0','paths':{},'servers':[{'url':'file:///a/b'}]} | OpenAPI import | 3000 | a/b
            """)
    void settings(String description, String name, int port, String prefix) {
        Node root = imported(description).environment().root();
        assertThat(root.get(Schema.ENVIRONMENT_NAME)).isEqualTo(name);
        assertThat(root.get(Schema.ENVIRONMENT_PORT)).isEqualTo(port);
        assertThat(root.get(Schema.ENVIRONMENT_PREFIX)).isEqualTo(prefix);
        assertThat(root.get(Schema.ENVIRONMENT_TLS)).isFalse();
    }

    @Test
    @DisplayName("F32 the environment answers other origins, and has no Content-Type of its own")
    void environmentHeaders() {
        Environment environment = imported("{'openapi':'3.0.0','paths':{}}").environment();
        assertThat(environment.children(environment.root().id(), Slot.HEADERS).stream()
                        .map(header -> header.get(Schema.HEADER_KEY)))
                .containsExactly(
                        "Access-Control-Allow-Origin", "Access-Control-Allow-Methods", "Access-Control-Allow-Headers");
        assertThat(environment.children(environment.root().id(), Slot.PROXY_REQUEST_HEADERS))
                .hasSize(1);
    }

    @Test
    @DisplayName("F46 a description and a new environment answer other origins with the same headers")
    void sameHeadersAsNew() {
        Environment starter = Starter.of("New", 3000, new Random(1));
        assertThat(headersOf(imported("{'openapi':'3.0.0','paths':{}}").environment()))
                .isEqualTo(CrossOrigin.HEADERS)
                .isEqualTo(headersOf(starter).stream()
                        .filter(header -> header.getKey().startsWith("Access-Control-"))
                        .toList());
    }

    private static List<Map.Entry<String, String>> headersOf(Environment environment) {
        return environment.children(environment.root().id(), Slot.HEADERS).stream()
                .map(header -> Map.entry(header.get(Schema.HEADER_KEY), header.get(Schema.HEADER_VALUE)))
                .toList();
    }

    @Test
    @DisplayName("F33 each path and method is a route, in order, and what is no method is left out")
    void routesInOrder() {
        ImportResult.Imported imported = imported("""
                {'openapi':'3.0.0','paths':{'/b':{'post':{},'get':{},'trace':{},'parameters':[],'x-y':{},'all':{},'GET':{}},
                 '/{a-b}/{c_d}.json/{e}{f}':{'get':{}},'//two':{'get':{}},'a':{'propfind':{}},'/no/{a.b}':{'get':{}},
                 '/null':null,'/text':{'get':'x'},'x-ext':5}}""");
        assertThat(told(imported.environment()))
                .containsExactly(
                        "post b → 200*",
                        "get b → 200*",
                        "all b → 200*",
                        "get :ab/:c_d.json/:e:f → 200*",
                        "get /two → 200*",
                        "propfind a → 200*",
                        "get no/{a.b} → 200*");
        assertThat(imported.problems().stream().map(problem -> problem.place()))
                .containsExactly("/paths/~1b/trace", "/paths/~1b/GET", "/paths/~1null", "/paths/~1text/get");
    }

    @Test
    @DisplayName("F33 the summary is the documentation, else the description")
    void documentation() {
        assertThat(routes(imported("{'openapi':'3.0.0','paths':{'/x':{'get':{'summary':'s','description':'d'},"
                                + "'put':{'summary':'','description':'d'},'post':{'description':{'a':1}}}}}")
                        .environment()))
                .extracting(route -> route.get(Schema.ROUTE_DOCUMENTATION))
                .containsExactly("s", "d", "");
    }

    @Test
    @DisplayName("F34 statuses come in JavaScript's order of keys, and ranges are left out and listed")
    void statuses() {
        ImportResult.Imported imported = imported(operation("""
                {'responses':{'x-a':{},'4XX':{},'default':{'description':'df'},'404':{'description':'a'},'99':{},'1000':{},
                 '201':{'description':null},'0200':{'description':'z'},' 300x':{'description':'y'},'abc':{},'205':'text'}}"""));
        assertThat(told(imported.environment())).containsExactly("get x → 201*; 205; 404 a; 200 df; 200 z; 300 y");
        assertThat(imported.problems().stream().map(problem -> problem.place()))
                .containsExactly(
                        "/paths/~1x/get/responses/99",
                        "/paths/~1x/get/responses/1000",
                        "/paths/~1x/get/responses/4XX",
                        "/paths/~1x/get/responses/abc");
        assertThat(told(imported(operation("{'responses':{'4XX':{}}}")).environment()))
                .containsExactly("get x → 200*");
    }

    @Test
    @DisplayName("F34 each example is a response of its own after that of its status")
    void examples() {
        assertThat(told(imported(operation("""
                {'responses':{'200':{'description':'ok','content':{'application/json':{'schema':{'type':'string'},'example':5,
                 'examples':{'one':{'value':{'a':1}},'2':{'value':'x'},'none':{},'odd':null}}}},'400':{'description':'bad'}}}""")).environment()))
                .containsExactly("get x → 200* ok \"\"; 200 2 \"x\"; 200 one { \"a\": 1 }; 200 none; 200 odd; 400 bad");
        assertThat(told(imported("""
                {'swagger':'2.0','produces':['application/json'],'paths':{'/x':{'get':{'responses':{'200':{'schema':{'type':'boolean'},
                 'examples':{'application/json':{'a':1},'text/plain':'hi'}}}}}}}""").environment()))
                .containsExactly(
                        "get x → 200*  {{faker 'datatype.boolean'}}; 200 application/json { \"a\": 1 }; 200 text/plain \"hi\"");
    }

    @ParameterizedTest(name = "F35 {0} is sent as {1} with body {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {}                                                                   | application/json | ``
            {'text/plain':{'schema':{}}}                                         | text/plain | ``
            {'text/plain':{'schema':{}},'application/json':{'schema':{}}}        | application/json | ""
            {'application/hal+json':{'schema':{'example':1}},'application/json':{'schema':{'example':2}}} | application/json | 1
            {'application/xml':{'schema':{}},'application/hal+json':{'schema':{'example':1}}} | application/xml | 1
            {'application/json; charset=utf-8':{'schema':{'example':1}}}         | application/json; charset=utf-8 | 1
            {'APPLICATION/JSON':{'schema':{'example':1}}}                        | APPLICATION/JSON | 1
            {'text/json':{'schema':{'example':1}}}                               | text/json | ``
            {'*/*':{'schema':{'example':1}}}                                     | */* | ``
            {'application/json':null}                                            | application/json | ``
            """)
    void mediaTypes(String content, String type, String body) {
        Environment environment = imported(operation("{'responses':{'200':{'content':" + content + "}}}"))
                .environment();
        assertThat(headers(environment)).containsExactly("Content-Type: " + type);
        assertThat(told(environment)).containsExactly(("get x → 200*  " + body).strip());
    }

    @ParameterizedTest(name = "F35 Swagger: {0} {1} → {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ``                                          | ``                                  | application/json | ``
            `,'produces':['text/a','a/b']`              | `,'produces':['application/json']`  | text/a | ``
            `,'consumes':['text/a']`                    | `,'produces':['application/json']`  | text/a | ``
            ``                                          | `,'produces':['application/json']`  | application/json | 7
            ``                                          | `,'consumes':['application/x+json']` | application/x+json | 7
            `,'produces':[]`                            | `,'produces':['application/json']`  | application/json | ``
            `,'produces':'application/json'`            | ``                                  | application/json | 7
            """)
    void swaggerMediaTypes(String operation, String root, String type, String body) {
        Environment environment = imported(
                        "{'swagger':'2.0'%s,'paths':{'/x':{'get':{'responses':{'200':{'schema':{'example':7}}}%s}}}}"
                                .formatted(root, operation))
                .environment();
        assertThat(headers(environment)).containsExactly("Content-Type: " + type);
        assertThat(told(environment)).containsExactly(("get x → 200*  " + body).strip());
    }

    @ParameterizedTest(name = "F35 header {0} → {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {}                                                      | ``
            null                                                    | ``
            {'example':'x','schema':{'type':'integer'}}             | x
            {'example':5}                                           | 5
            {'example':[1,2]}                                       | 1,2
            {'example':{'a':1}}                                     | {"a":1}
            {'example':null,'schema':{'type':'boolean'}}            | {{faker 'datatype.boolean'}}
            {'examples':{'o':{'value':'v'},'p':{'value':'w'}}}      | v
            {'examples':{'o':{}},'schema':{'type':'boolean'}}       | ``
            {'examples':{},'schema':{'type':'boolean'}}             | {{faker 'datatype.boolean'}}
            {'schema':{'type':'array','items':{'type':'boolean'}}}  | {{faker 'datatype.boolean'}}
            {'schema':{'enum':['a','b']}}                           | {{oneOf 'a' 'b'}}
            {'schema':{'default':null}}                             | ``
            """)
    void headerValues(String header, String value) {
        assertThat(headers(imported(operation("{'responses':{'200':{'headers':{'X-A':" + header + "}}}}"))
                        .environment()))
                .containsExactly("Content-Type: application/json", "X-A: " + value);
    }

    @ParameterizedTest(name = "F31 {0} is refused at {1}: {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {'openapi':'4.0.0','paths':{}}    | /openapi          | version of OpenAPI
            {'openapi':'3.1.0','webhooks':{}} | /paths            | no paths
            {'swagger':'2.0','paths':null}    | /paths            | no paths
            {'openapi':'3.0.0','paths':{}     | line 1, column 30 | not valid JSON
            `openapi: 3.0.0\\n  info: {}`     | line 2, column 7  | YAML
            `openapi: 3.0.0\\nopenapi: 3.1.0` | line 2, column 1  | twice
            `openapi: *nowhere`               | line 1, column 10 | nowhere
            `openapi: 3.0.0\\n---\\na: 1`     | line 2, column 1  | several
            `{'hello':1}`                     | ``                | Mockoon environment files, OpenAPI
            """)
    void refusals(String text, String place, String words) {
        ImportResult.Refused refused = refused(text.replace("\\n", "\n"));
        assertThat(refused.place()).isEqualTo(place);
        assertThat(refused.message()).contains(words);
    }

    @Test
    @DisplayName("F31 an environment that has a property of that name stays one")
    void environments() {
        assertThat(imported("{'openapi':'3.0.0','name':'Mine','routes':[],'paths':{}}")
                        .environment()
                        .root()
                        .get(Schema.ENVIRONMENT_NAME))
                .isEqualTo("Mine");
    }

    @Test
    @DisplayName("F38 references out of the file are listed once each, and count as empty schemas")
    void outside() {
        ImportResult.Imported imported = imported(operation("""
                {'responses':{'200':{'content':{'application/json':{'schema':{'properties':{'a':{'$ref':'https://example.org/a.json#/A'},
                 'b':{'$ref':'https://example.org/a.json#/A'},'c':{'$ref':'./b.yaml'},'d':{'$ref':'#/nope'}}}}}}}}"""));
        assertThat(told(imported.environment()))
                .containsExactly("get x → 200*  { \"a\": \"\", \"b\": \"\", \"c\": \"\", \"d\": \"\" }");
        assertThat(imported.problems()).hasSize(3);
        String at = "/paths/~1x/get/responses/200/content/application~1json/schema/properties/";
        assertThat(Descriptions.repaired(imported, at + "a", "into the network"))
                .isTrue();
        assertThat(Descriptions.repaired(imported, at + "c", "another file")).isTrue();
        assertThat(Descriptions.repaired(imported, at + "d", "leads to nothing"))
                .isTrue();
    }

    @Test
    @DisplayName("F38 what is mended in the environment is told with its place in the description")
    void placesOfRepairs() {
        ImportResult.Imported imported =
                imported(operation("{'responses':{'200':{},'404':{'description':'half \\ud83d'}}}"));
        assertThat(Descriptions.problems(imported)).hasSize(1);
        assertThat(List.of(imported.problems().getFirst().place())).containsExactly("/paths/~1x/get/responses/404");
    }

    @Test
    @DisplayName("J66 examples keep the digits that they are written with, from JSON and from YAML")
    void longNumbers() {
        String wanted = "{ \"id\": 1945044589271781376, \"price\": 0.1234567890123456789, \"old\": 1.1 }";
        assertThat(told(imported("""
                        {'openapi':'3.0.0','paths':{'/a':{'get':{'responses':{'200':{'description':'','content':{
                        'application/json':{'schema':{'example':{'id':1945044589271781376,'price':0.1234567890123456789,'old':1.10}}}}}}}}}}""").environment())).containsExactly("get a → 200*  " + wanted);
        assertThat(told(imported("""
                        openapi: 3.0.0
                        paths:
                          /a:
                            get:
                              responses:
                                '200':
                                  content:
                                    application/json:
                                      schema: {example: {id: +1945044589271781376, price: .1234567890123456789, old: 1.10}}
                        """).environment())).containsExactly("get a → 200*  " + wanted);
    }
}
