package dev.understudy.format;

import static dev.understudy.format.Fixture.imported;
import static dev.understudy.format.Fixture.refused;
import static dev.understudy.format.Fixture.texts;
import static dev.understudy.format.Fixture.tree;
import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.environment.Schema;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class MigrationsTest {

    @Test
    @DisplayName("F6 there is one migration for each version, in order")
    void onePerVersion() {
        assertThat(Migrations.ALL)
                .extracting(Migrations.Migration::id)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, Schema.CURRENT_MIGRATION)
                        .boxed()
                        .toList());
    }

    @Test
    @DisplayName("F6 only migrations after the version of the file run")
    void onlyLaterOnesRun() {
        String file = "{'lastMigration':%d,'name':'x','port':1,'hostname':'0.0.0.0','routes':[]}";
        assertThat(hostname(file.formatted(26))).isEmpty();
        assertThat(hostname(file.formatted(27))).isEqualTo("0.0.0.0");
    }

    @Test
    @DisplayName("F6 a version written as text counts")
    void versionAsText() {
        String file = "{'lastMigration':'27','name':'x','port':1,'hostname':'0.0.0.0','routes':[]}";
        assertThat(hostname(file)).isEqualTo("0.0.0.0");
    }

    @Test
    @DisplayName("F6 without a version all migrations run, but for those that the content is past")
    void versionFromContent() {
        assertThat(Migrations.evidentVersion(tree("{'routes':[{'streamingMode':null}]}")))
                .isEqualTo(33);
        assertThat(Migrations.evidentVersion(tree("{'callbacks':[]}"))).isEqualTo(30);
        assertThat(Migrations.evidentVersion(tree("{'routes':[{'responses':[{'crudKey':'id'}]}]}")))
                .isEqualTo(28);
        assertThat(Migrations.evidentVersion(tree("{'routes':[]}"))).isZero();
        assertThat(hostname("{'hostname':'0.0.0.0','routes':[]}")).isEmpty();
        assertThat(hostname("{'hostname':'0.0.0.0','routes':[],'callbacks':[]}"))
                .isEqualTo("0.0.0.0");
    }

    @Test
    @DisplayName("F6 a version that is no number is listed and told from the content")
    void versionThatIsNone() {
        ImportResult.Imported result = imported("{'lastMigration':{},'hostname':'0.0.0.0','routes':[]}");
        assertThat(result.environment().root().get(Schema.ENVIRONMENT_HOSTNAME)).isEmpty();
        assertThat(Fixture.places(result)).containsExactly("/lastMigration");
    }

    @Test
    @DisplayName("F5 a file of a newer version is refused")
    void newerVersion() {
        ImportResult.Refused refused = refused("{'lastMigration':34,'routes':[]}");
        assertThat(refused.place()).isEqualTo("/lastMigration");
        assertThat(refused.message()).contains("34", "33", "newer");
    }

    @Test
    @DisplayName("F7 the migration to 2 makes a header of contentType, unless there is one")
    void contentType() {
        ObjectNode file = run(2, """
                {'routes':[{'contentType':'text/plain','customHeaders':[{'key':'X-A','value':'1'}]},
                 {'contentType':'text/plain','customHeaders':[{'key':'Content-Type','value':'text/html'}]},
                 {'contentType':'text/css'}]}""");
        assertThat(texts(file.at("/routes/0/customHeaders"), "key")).containsExactly("Content-Type", "X-A");
        assertThat(texts(file.at("/routes/0/customHeaders"), "value")).containsExactly("text/plain", "1");
        assertThat(texts(file.at("/routes/1/customHeaders"), "value")).containsExactly("text/html");
        assertThat(texts(file.at("/routes/2/customHeaders"), "value")).containsExactly("text/css");
        assertThat(file.at("/routes/0").has("contentType")).isFalse();
    }

    @Test
    @DisplayName("F7 the migration to 4 renames customHeaders and gives the environment a row of headers")
    void headers() {
        ObjectNode file = run(4, "{'routes':[{'customHeaders':[{'key':'X-A','value':'1'}]}]}");
        assertThat(texts(file.at("/routes/0/headers"), "key")).containsExactly("X-A");
        assertThat(file.at("/routes/0").has("customHeaders")).isFalse();
        assertThat(texts(file.at("/headers"), "key")).containsExactly("");
        assertThat(run(4, "{'headers':[],'routes':[]}").at("/headers")).isEmpty();
    }

    @Test
    @DisplayName("F7 the migration to 5 flattens the file of a route and keeps what it does not know")
    void file() {
        ObjectNode file = run(5, """
                {'duplicates':[],'routes':[{'duplicates':[],'file':{'path':'a.txt','sendAsBody':true}},
                 {'file':null},{'file':{'path':'b','mimeType':'x/y'}}]}""");
        assertThat(file.at("/routes/0")).isEqualTo(tree("{'filePath':'a.txt','sendFileAsBody':true}"));
        assertThat(file.at("/routes/1")).isEqualTo(tree("{}"));
        assertThat(file.at("/routes/2")).isEqualTo(tree("{'file':{'mimeType':'x/y'},'filePath':'b'}"));
        assertThat(file.has("duplicates")).isFalse();
    }

    @Test
    @DisplayName("F7 the migration to 6 makes one response of what stood in the route")
    void wrap() {
        ObjectNode file = run(6, """
                {'routes':[{'endpoint':'a','statusCode':'201','latency':5,'filePath':'f','sendFileAsBody':true,
                 'headers':[{'key':'X','value':'1'}],'body':'hi'}, {'endpoint':'b','responses':[],'body':'kept'}]}""");
        assertThat(file.at("/routes/0")).isEqualTo(tree("""
                {'endpoint':'a','responses':[{'statusCode':'201','latency':5,'filePath':'f','sendFileAsBody':true,
                 'headers':[{'key':'X','value':'1'}],'body':'hi'}]}"""));
        assertThat(file.at("/routes/1/body").asString()).isEqualTo("kept");
    }

    @Test
    @DisplayName("F7 the migration to 7 keeps the ids of responses")
    void responseIds() {
        String file = "{'lastMigration':6,'routes':[{'responses':[{'uuid':'%s'}]}]}".formatted(Fixture.id(9));
        assertThat(Fixture.exported(file).at("/routes/0/responses/0/uuid").asString())
                .isEqualTo(Fixture.id(9));
    }

    @Test
    @DisplayName("F7 the migration to 10 gives the proxy a row of headers")
    void proxyHeaders() {
        ObjectNode file = run(10, "{'proxyResHeaders':[]}");
        assertThat(texts(file.at("/proxyReqHeaders"), "key")).containsExactly("");
        assertThat(file.at("/proxyResHeaders")).isEmpty();
    }

    @Test
    @DisplayName("F7 the migration to 11 makes a number of a status code")
    void statusCode() {
        ObjectNode file = run(11, "{'routes':[{'responses':[{'statusCode':'404'},{'statusCode':'no'},{}]}]}");
        assertThat(file.at("/routes/0/responses/0/statusCode").isInt()).isTrue();
        assertThat(file.at("/routes/0/responses/1/statusCode").asString()).isEqualTo("no");
    }

    @Test
    @DisplayName("F7 migrations 16 and 27 turn no host name into all interfaces and that into nothing")
    void hostnames() {
        assertThat(run(16, "{'hostname':null}").at("/hostname").asString()).isEqualTo("0.0.0.0");
        assertThat(run(16, "{'hostname':'localhost'}").at("/hostname").asString())
                .isEqualTo("localhost");
        assertThat(run(27, "{'hostname':'0.0.0.0'}").at("/hostname").asString()).isEmpty();
        assertThat(run(27, "{'hostname':'localhost'}").at("/hostname").asString())
                .isEqualTo("localhost");
    }

    @Test
    @DisplayName("F7 the migration to 18 makes an operator of isRegex")
    void regex() {
        JsonNode rules = run(18, """
                {'routes':[{'responses':[{'rules':[{'isRegex':true},{'isRegex':false},
                 {'isRegex':true,'operator':'null'}]}]}]}""").at("/routes/0/responses/0/rules");
        assertThat(rules)
                .isEqualTo(tree("{'a':[{'operator':'regex'},{},{'operator':'null'}]}")
                        .get("a"));
    }

    @Test
    @DisplayName("F7 the migration to 19 makes tlsOptions of https")
    void https() {
        assertThat(run(19, "{'https':true}")).isEqualTo(tree("{'tlsOptions':{'enabled':true}}"));
        assertThat(run(19, "{'https':true,'tlsOptions':{'enabled':false}}"))
                .isEqualTo(tree("{'tlsOptions':{'enabled':false}}"));
        ImportResult.Imported odd = imported("{'lastMigration':18,'https':'yes','routes':[]}");
        assertThat(Fixture.places(odd)).containsExactly("/https");
    }

    @Test
    @DisplayName("F7 the migration to 20 makes the first response the default, unless one is")
    void defaultResponse() {
        assertThat(run(20, "{'routes':[{'responses':[{},{}]}]}"))
                .isEqualTo(tree("{'routes':[{'responses':[{'default':true},{}]}]}"));
        assertThat(run(20, "{'routes':[{'responses':[{},{'default':true}]}]}"))
                .isEqualTo(tree("{'routes':[{'responses':[{},{'default':true}]}]}"));
    }

    @Test
    @DisplayName("F7 the migration to 21 makes one responseMode of two flags; in sequence wins")
    void responseMode() {
        JsonNode routes = run(21, """
                {'routes':[{'sequentialResponse':true,'randomResponse':true},{'randomResponse':true},
                 {'sequentialResponse':false,'randomResponse':false},
                 {'randomResponse':true,'responseMode':'FALLBACK'}]}""").get("routes");
        assertThat(texts(routes, "responseMode")).containsExactly("SEQUENTIAL", "RANDOM", "-", "FALLBACK");
        assertThat(routes.get(0).size()).isEqualTo(1);
    }

    @Test
    @DisplayName("F7 the migration to 24 takes the body from the file where there is one")
    void bodyType() {
        JsonNode responses = run(24, """
                {'routes':[{'responses':[{'filePath':'a'},{'filePath':''},
                 {'filePath':'a','bodyType':'INLINE'}]}]}""").at("/routes/0/responses");
        assertThat(texts(responses, "bodyType")).containsExactly("FILE", "-", "INLINE");
    }

    @Test
    @DisplayName("F7 the migration to 25 puts all routes of a file without folders at the top, unlisted")
    void folders() {
        ImportResult.Imported result = imported(
                "{'lastMigration':24,'routes':[{'endpoint':'b','responses':[{}]},{'endpoint':'a','responses':[{}]}]}");
        assertThat(texts(MockoonExport.toJson(result.environment()).get("routes"), "endpoint"))
                .containsExactly("b", "a");
        assertThat(result.problems()).isEmpty();
    }

    @Test
    @DisplayName("F7 migrations 30 and 33 keep callbacks and streaming that are there already")
    void nothingOverwritten() {
        ObjectNode file = Fixture.exported("""
                {'lastMigration':29,'callbacks':[{'uuid':'%s','id':'cb01'}],'routes':[{'streamingMode':'UNICAST',
                 'streamingInterval':50,'responses':[{'default':true,'callbacks':[{'uuid':'%s','latency':5}]}]}]}""".formatted(Fixture.id(1), Fixture.id(1)));
        assertThat(file.at("/routes/0/streamingMode").asString()).isEqualTo("UNICAST");
        assertThat(file.at("/routes/0/streamingInterval").asInt()).isEqualTo(50);
        assertThat(file.at("/routes/0/responses/0/callbacks/0/latency").asInt()).isEqualTo(5);
    }

    @Test
    @DisplayName("F8 a route that was disabled in an old file stays disabled, and the state of folders is dropped")
    void disabledAndCollapsed() {
        ObjectNode file = Fixture.exported("""
                {'lastMigration':29,'folders':[{'uuid':'%s','collapsed':true}],'rootChildren':[{'type':'folder','uuid':'%s'}],
                 'routes':[{'enabled':false,'responses':[{'default':true}]},{'enabled':true,'responses':[{'default':true}]}]}""".formatted(Fixture.id(1), Fixture.id(1)));
        assertThat(texts(file.get("routes"), "enabled")).containsExactly("false", "-");
        assertThat(file.at("/folders/0").has("collapsed")).isFalse();
    }

    private static String hostname(String quoted) {
        return imported(quoted).environment().root().get(Schema.ENVIRONMENT_HOSTNAME);
    }

    /// What one migration makes of a tree.
    private static ObjectNode run(int migration, String quoted) {
        ObjectNode file = tree(quoted);
        Migrations.ALL.get(migration - 1).step().run(file, new Repairs(new Places(file)));
        return file;
    }
}
