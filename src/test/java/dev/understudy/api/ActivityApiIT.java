package dev.understudy.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.api.ApiClient.Reply;
import dev.understudy.team.Role;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@ApiServerTest
class ActivityApiIT {

    private static final Pattern NEXT = Pattern.compile("</api/v1([^>]+)>; rel=\"next\"");

    @Autowired
    private ApiWorld world;

    private ApiClient ana;
    private ApiClient ben;
    private String id;
    private String root;
    private final String route = UUID.randomUUID().toString();

    @BeforeEach
    void anEnvironment() {
        ApiWorld.Person owner = world.owner();
        ana = owner.client();
        ben = world.member(owner.team(), Role.EDITOR).client();
        id = ana.create("");
        root = ana.root(id);
    }

    private String call(String call) {
        return "/environments/" + id + "/" + call;
    }

    private String set(String node, String field, String value) {
        return """
                {"op":"set","node":"%s","field":"%s","value":%s}""".formatted(node, field, value);
    }

    private void addRoute() {
        ana.edit(id, """
                {"op":"add","node":"%s","kind":"route","parent":"%s","fields":{"endpoint":"orders","documentation":"one two three"}}""".formatted(route, root));
    }

    private List<JsonNode> activity(String query) {
        Reply reply = ana.get(call("activity" + query));
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        List<JsonNode> entries = new ArrayList<>();
        reply.json().forEach(entries::add);
        return entries;
    }

    @Test
    @DisplayName("A50 the activity tells who changed what, with the values before and after, newest first")
    void entries() {
        addRoute();
        ben.edit(id, set(route, "method", "\"post\""));
        ana.edit(id, """
                {"op":"splice","node":"%s","field":"documentation","changes":[4,[3,"2"],6]}""".formatted(route));
        ana.edit(id, """
                {"op":"remove","node":"%s"}""".formatted(route));
        List<JsonNode> all = activity("");
        assertThat(all).hasSize(5);
        JsonNode removal = all.get(0);
        assertThat(removal.at("/changes/0/field").asString()).isEqualTo("place");
        assertThat(removal.at("/changes/0/before/parent").asString()).isEqualTo(root);
        assertThat(removal.at("/changes/0/after").isNull()).isTrue();
        JsonNode typing = all.get(1).path("changes").get(0);
        assertThat(typing.path("before").asString()).isEqualTo("two");
        assertThat(typing.path("after").asString()).isEqualTo("2");
        assertThat(typing.path("at").asInt()).isEqualTo(4);
        JsonNode choice = all.get(2);
        assertThat(choice.at("/author/displayName").asString()).isNotEmpty();
        assertThat(choice.at("/author/byToken").asBoolean()).isTrue();
        assertThat(choice.path("summary").asString()).isEqualTo("Method of POST /orders");
        assertThat(choice.path("changes").get(0).toString()).isEqualTo("""
                {"node":"%s","field":"method","before":"get","after":"post"}""".formatted(route));
        assertThat(all.get(3).at("/changes/0/before").isNull()).isTrue();
    }

    @Test
    @DisplayName("A50 R43 the activity is narrowed, and the link leads to the rest")
    void narrowedAndPaged() {
        addRoute();
        for (int at = 0; at < 5; at++) {
            ben.edit(id, set(root, "name", "\"N" + at + "\""));
            ana.edit(id, set(route, "endpoint", "\"e" + at + "\""));
        }
        assertThat(activity("?node=" + route)).hasSize(6);
        assertThat(activity("?node=" + route + "&field=endpoint")).hasSize(6);
        assertThat(activity("?node=" + route + "&field=method")).hasSize(1);
        assertThat(activity("?text=NAME")).hasSize(5);
        assertThat(activity("?deed=added")).hasSize(2);
        assertThat(activity("?until=2020-01-01T00:00:00Z")).isEmpty();
        String author = activity("?text=name").getFirst().at("/author/id").asString();
        assertThat(activity("?author=" + author)).hasSize(5);
        List<String> seen = new ArrayList<>();
        String next = call("activity?limit=4&text=%2Fe&from=2020-01-01T00:00:00%2B01:00&node=" + route);
        while (!next.isEmpty()) {
            Reply page = ana.get(next);
            page.json().forEach(entry -> seen.add(entry.path("revision").asString()));
            Matcher link = NEXT.matcher(page.header("Link"));
            next = link.find() ? link.group(1) : "";
        }
        assertThat(seen).hasSize(5).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?node=x",
                "?field=name",
                "?author=x",
                "?deed=x",
                "?from=yesterday",
                "?before=x",
                "?limit=x",
                "?limit=0",
                "?limit=201",
                "?page=2",
                "?text=a%00b",
                "?until=%2B300000-01-01T00:00:00Z"
            })
    @DisplayName("A50 A46 what is asked for wrongly is told")
    void wrong(String query) {
        assertThat(ana.get(call("activity" + query)).status()).isEqualTo(400);
    }

    @Test
    @DisplayName("A51 a document of the past is given out by its revision or a moment")
    void documents() {
        ana.edit(id, set(root, "name", "\"Before\""));
        Instant then = Instant.now();
        ana.edit(id, set(root, "name", "\"After\""));
        assertThat(name("?at=rev:2")).isEqualTo("Before");
        assertThat(name("?at=rev:3")).isEqualTo("After");
        assertThat(name("?at=" + then)).isEqualTo("Before");
        assertThat(name("?at=main")).isEqualTo("After");
        assertThat(ana.get(call("document?at=rev:2")).header("ETag")).isEqualTo("\"2\"");
        for (String missing :
                List.of("rev:4", "rev:0", "tag:v1", "2020-01-01T00:00:00Z", "other", "rev:999999999999999999")) {
            assertThat(ana.get(call("document?at=" + missing)).status())
                    .as(missing)
                    .isEqualTo(404);
        }
        assertThat(ana.get(call("document?at=2026-13-45T99:00:00Z")).status()).isEqualTo(400);
        assertThat(ana.get(call("document?as=rev:2")).status()).isEqualTo(400);
    }

    private String name(String query) {
        return ana.get(call("document" + query)).json().path("name").asString();
    }

    @Test
    @DisplayName(
            "A52 R45 an environment goes back as a whole, or some nodes of it, and that is undone like anything else")
    void restoring() {
        addRoute();
        String name = name("");
        ben.edit(id, set(root, "name", "\"Other\""));
        ben.edit(id, """
                {"op":"remove","node":"%s"}""".formatted(route));
        Reply one = restore("""
                {"to":"rev:2","nodes":["%s"]}""".formatted(route));
        assertThat(one.json().path("outcome").asString()).as(one.body()).isIn("committed", "adjusted");
        assertThat(document().path("routes")).hasSize(1);
        assertThat(name("")).isEqualTo("Other");
        Reply all = restore("""
                {"to":"rev:2"}""");
        assertThat(all.json().path("left")).isEmpty();
        assertThat(name("")).isEqualTo(name);
        assertThat(restore("""
                {"to":"rev:2"}""").json().path("outcome").asString()).isEqualTo("no-effect");
        assertThat(ana.post(call("undo"), "").status()).isEqualTo(200);
        assertThat(name("")).isEqualTo("Other");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "{\"to\":1}",
                "{\"to\":\"rev:1\",\"nodes\":[]}",
                "{\"to\":\"rev:1\",\"nodes\":[1]}",
                "{\"to\":\"rev:1\",\"more\":1}",
                "{\"to\":\"rev:1\",\"nodes\":[\"00000000-0000-4000-8000-000000000000\"]}"
            })
    @DisplayName("A52 what can't be restored is told")
    void wrongRestore(String body) {
        assertThat(restore(body).status()).isEqualTo(400);
    }

    @Test
    @DisplayName("A52 R45 what has come back as something else stays what it is, and the rest goes back")
    void anotherKind() {
        addRoute();
        ben.edit(id, set(root, "name", "\"Other\""));
        replace("""
                {"uuid":"%s","name":"Bare","lastMigration":33,"routes":[]}""".formatted(root));
        replace("""
                {"uuid":"%s","name":"Swapped","lastMigration":33,"routes":[],
                  "folders":[{"uuid":"%s","name":"F","children":[]}],
                  "rootChildren":[{"type":"folder","uuid":"%s"}]}""".formatted(root, route, route));
        assertThat(document().at("/folders/0/uuid").asString()).isEqualTo(route);
        Reply restored = restore("""
                {"to":"rev:3"}""");
        assertThat(restored.status()).as(restored.body()).isEqualTo(200);
        assertThat(name("")).isEqualTo("Other");
        assertThat(document().at("/folders/0/uuid").asString()).isEqualTo(route);
    }

    private void replace(String document) {
        Reply reply = ana.put(call("document"), document, "If-Match", "*");
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
    }

    private Reply restore(String body) {
        return ana.post(call("restore"), body);
    }

    private JsonNode document() {
        return ana.get(call("document")).json();
    }
}
