package dev.understudy.format;

import static dev.understudy.format.Fixture.current;
import static dev.understudy.format.Fixture.id;
import static dev.understudy.format.Fixture.json;
import static dev.understudy.format.Fixture.nodes;
import static dev.understudy.format.Fixture.texts;
import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.edit.Apply;
import dev.understudy.edit.Diff;
import dev.understudy.edit.Outcome;
import dev.understudy.environment.AssetPath;
import dev.understudy.environment.Environment;
import dev.understudy.environment.Invariants;
import dev.understudy.environment.Kind;
import dev.understudy.environment.Node;
import dev.understudy.environment.NodeId;
import dev.understudy.environment.OrderKey;
import dev.understudy.environment.Schema;
import dev.understudy.environment.Slot;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class DocumentMatchTest {

    private long seed = 1;

    @Test
    @DisplayName("F25 an export that is imported again is the same document, to the last id and order key")
    void nothingChanged() {
        for (String name : List.of("everything.json", "duplicates.json", "broken.json", "version-17.json")) {
            Environment now = read(Samples.text(Samples.own(name)));
            Environment again = matched(now, read(MockoonExport.toText(now)));
            assertThat(again).as(name).isEqualTo(now);
        }
    }

    @Test
    @DisplayName("F25 order keys that edits made stay, too")
    void editedOrder() {
        Environment now = read(json(current("'headers':[{'key':'a'},{'key':'b'},{'key':'c'}]")));
        Node a = header(now, "a");
        Environment edited = now.with(a.at(now.root().id(), Slot.HEADERS, new OrderKey("a1V")));
        assertThat(matched(edited, read(MockoonExport.toText(edited)))).isEqualTo(edited);
    }

    @Test
    @DisplayName("L95 an export has no files, and what takes the place of the document leaves them")
    void files() {
        Environment now = read(json(current("'name':'One'")));
        NodeId id = new NodeId("00000000-0000-4000-8000-00000000f11e");
        Node file = Node.of(id, Kind.FILE, now.root().id(), Slot.FILES, OrderKey.FIRST)
                .with(Schema.FILE_PATH, new AssetPath("images/logo.svg"));
        Environment with = now.with(file);
        assertThat(MockoonExport.toText(with)).isEqualTo(MockoonExport.toText(now));
        Environment next = matched(with, read(json(current("'name':'Two'"))));
        assertThat(next.get(id)).isSameAs(file);
        assertThat(Diff.between(with, next))
                .isNotEmpty()
                .noneMatch(edit -> edit.node().equals(id));
        assertThat(matched(with, read(MockoonExport.toText(with)))).isEqualTo(with);
    }

    @Test
    @DisplayName("F26 rows that are equal keep their ids wherever they went")
    void equalRows() {
        Environment now = read(json(current("'headers':[{'key':'a'},{'key':'b'},{'key':'b'}]")));
        Environment next =
                matched(now, read(json(current("'headers':[{'key':'b'},{'key':'x'},{'key':'b'},{'key':'a'}]"))));
        assertThat(header(next, "a").id()).isEqualTo(header(now, "a").id());
        assertThat(ids(next, "b")).isEqualTo(ids(now, "b"));
        assertThat(now.contains(header(next, "x").id())).isFalse();
    }

    @Test
    @DisplayName("F26 a row that names the same thing is the same row with another value")
    void sameSubject() {
        Environment now = read(json(current("'headers':[{'key':'a','value':'1'},{'key':'b','value':'1'}]")));
        Environment next =
                matched(now, read(json(current("'headers':[{'key':'b','value':'2'},{'key':'a','value':'1'}]"))));
        assertThat(header(next, "b").id()).isEqualTo(header(now, "b").id());
        assertThat(header(next, "a").id()).isEqualTo(header(now, "a").id());
    }

    @Test
    @DisplayName("F26 a row in the place of another that is gone is that row, renamed")
    void samePlace() {
        Environment now = read(json(current("'headers':[{'key':'a'},{'key':'b'}]")));
        Environment next = matched(now, read(json(current("'headers':[{'key':'a'},{'key':'c'}]"))));
        assertThat(header(next, "c").id()).isEqualTo(header(now, "b").id());
    }

    @Test
    @DisplayName("F26 rules go by target and property, invocations by their callback")
    void otherRows() {
        String file = """
                'callbacks':[{'uuid':'%s','name':'one'},{'uuid':'%s','name':'two'}],'routes':[{'uuid':'%s','responses':[{'uuid':'%s',
                'rules':[%s],'callbacks':[%s]}]}]""";
        Environment now = read(json(current(file.formatted(
                id(1),
                id(2),
                id(3),
                id(4),
                "{'target':'query','modifier':'q','value':'1'},{'target':'body'}",
                "{'uuid':'%s'},{'uuid':'%s'}".formatted(id(1), id(2))))));
        Environment next = matched(
                now,
                read(json(current(file.formatted(
                        id(1),
                        id(2),
                        id(3),
                        id(4),
                        "{'target':'body','value':'x'},{'target':'query','modifier':'q','value':'2'}",
                        "{'uuid':'%s','latency':9}".formatted(id(2)))))));
        assertThat(nodes(next, Kind.RULE))
                .extracting(Node::id)
                .containsExactlyElementsOf(
                        nodes(now, Kind.RULE).reversed().stream().map(Node::id).toList());
        assertThat(nodes(next, Kind.INVOCATION))
                .extracting(Node::id)
                .containsExactly(nodes(now, Kind.INVOCATION).getLast().id());
    }

    @Test
    @DisplayName("F25 nodes with an id in the file are the same nodes wherever they stand now")
    void moved() {
        String routes = "'routes':[{'uuid':'%s','endpoint':'a','responses':[{'uuid':'%s','headers':[{'key':'h'}]}]}],"
                .formatted(id(1), id(2));
        Environment now = read(
                json(current(routes + "'folders':[],'rootChildren':[{'type':'route','uuid':'%s'}]".formatted(id(1)))));
        Environment next = matched(
                now,
                read(json(current(routes
                        + "'folders':[{'uuid':'%s','children':[{'type':'route','uuid':'%s'}]}],'rootChildren':[{'type':'folder','uuid':'%s'}]"
                                .formatted(id(3), id(1), id(3))))));
        assertThat(next.get(new NodeId(id(1))).parent()).isEqualTo(new NodeId(id(3)));
        assertThat(header(next, "h")).isEqualTo(header(now, "h"));
    }

    @Test
    @DisplayName("F25 the root keeps its id whatever the file says")
    void root() {
        Environment now = read(json(current("'routes':[]")));
        Environment next = matched(now, read(json("{'uuid':'%s','name':'Other','routes':[]}".formatted(id(9)))));
        assertThat(next.root().id()).isEqualTo(now.root().id());
        assertThat(next.root().get(Schema.ENVIRONMENT_NAME)).isEqualTo("Other");
    }

    @Test
    @DisplayName("F27 only what moved gets another order key")
    void keptKeys() {
        Environment now = read(json(current("'headers':[{'key':'a'},{'key':'b'},{'key':'c'},{'key':'d'}]")));
        Environment next = matched(
                now,
                read(json(current(
                        "'headers':[{'key':'b'},{'key':'c'},{'key':'a'},{'key':'new'},{'key':'d'},{'key':'last'}]"))));
        for (String kept : List.of("b", "c", "d")) {
            assertThat(header(next, kept)).isEqualTo(header(now, kept));
        }
        assertThat(texts(MockoonExport.toJson(next).get("headers"), "key"))
                .containsExactly("b", "c", "a", "new", "d", "last");
        assertThat(Invariants.violatedBy(next)).isEmpty();
    }

    @Test
    @DisplayName("F27 thousands of rows between two others have short order keys")
    void manyBetween() {
        Environment now = read(json(current("'headers':[{'key':'first'},{'key':'last'}]")));
        String many = IntStream.range(0, 5000)
                .mapToObj(number -> "{'key':'n%d'}".formatted(number))
                .collect(Collectors.joining(","));
        Environment next = matched(now, read(json(current("'headers':[{'key':'first'}," + many + ",{'key':'last'}]"))));
        assertThat(nodes(next, Kind.HEADER))
                .hasSize(5002)
                .allSatisfy(node -> assertThat(node.order().value().length()).isLessThan(10));
        assertThat(texts(MockoonExport.toJson(next).get("headers"), "key"))
                .startsWith("first", "n0", "n1")
                .endsWith("last");
    }

    @Test
    @DisplayName("F28 an id that was used before comes back as another, and the file's is kept for exports")
    void retired() {
        String route = "'routes':[{'uuid':'%s','responses':[{'uuid':'%s'}]}]".formatted(id(1), id(2));
        Environment now = read(json(current("'routes':[]")));
        Set<NodeId> retired = Set.of(new NodeId(id(1)));
        Environment next = DocumentMatch.match(now, read(json(current(route))), retired::contains, _ -> {});
        Node back = nodes(next, Kind.ROUTE).getFirst();
        assertThat(retired).doesNotContain(back.id());
        assertThat(MockoonExport.toJson(next).at("/routes/0/uuid").asString()).isEqualTo(id(1));
        assertThat(nodes(next, Kind.RESPONSE).getFirst().id()).isEqualTo(new NodeId(id(2)));
        assertThat(DocumentMatch.match(next, read(MockoonExport.toText(next)), retired::contains, _ -> {}))
                .isEqualTo(next);
    }

    @Test
    @DisplayName("F28 an id that belongs to something of another kind is not taken over")
    void otherKind() {
        Environment now = read(json(current("'data':[{'uuid':'%s','id':'a'}]".formatted(id(1)))));
        Environment next = matched(now, read(json(current("'callbacks':[{'uuid':'%s','id':'c'}]".formatted(id(1))))));
        assertThat(nodes(next, Kind.CALLBACK).getFirst().id()).isNotEqualTo(new NodeId(id(1)));
        assertThat(MockoonExport.toJson(next).at("/callbacks/0/uuid").asString())
                .isEqualTo(id(1));
    }

    @Test
    @DisplayName("F25 any two documents can be lined up, and the result is the imported one by content")
    void anyTwo() {
        List<Environment> documents = new ArrayList<>();
        Samples.own().forEach(file -> documents.add(read(Samples.text(file))));
        for (Environment now : documents) {
            for (Environment imported : documents) {
                Environment next = matched(now, imported);
                assertThat(Invariants.violatedBy(next)).isEmpty();
                var expected = MockoonExport.toJson(imported);
                expected.put("uuid", MockoonExport.toJson(now).get("uuid").asString());
                assertThat(MockoonExport.toJson(next)).isEqualTo(expected);
            }
        }
    }

    @Test
    @DisplayName("F25 the difference of two documents that are lined up can be committed and gives the new one")
    void difference() {
        List<String> texts = Samples.own().stream().map(Samples::text).toList();
        for (String old : texts) {
            Environment now = read(old);
            for (String text : texts) {
                Environment next = matched(now, read(text));
                Environment expected = next;
                for (NodeId id : Diff.keptExtras(now, next, _ -> {})) {
                    expected = expected.with(next.get(id).withExtras(now.get(id).extras()));
                }
                Outcome outcome = Apply.apply(now, Diff.between(now, next), _ -> false, false);
                assertThat(afterwards(now, outcome)).isEqualTo(expected);
            }
        }
    }

    private static Environment afterwards(Environment now, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Committed committed -> committed.after();
            case Outcome.NoEffect _ -> now;
            case Outcome.Adjusted adjusted -> throw new AssertionError(adjusted.notes());
            case Outcome.Rejected rejected -> throw new AssertionError(rejected.message());
        };
    }

    @Test
    @DisplayName("F25 what did not change is the very same node")
    void sharing() {
        Environment now = read(Samples.text(Samples.own("everything.json")));
        Environment next = matched(now, read(MockoonExport.toText(now)));
        next.nodes().forEach(node -> assertThat(node).isSameAs(now.get(node.id())));
    }

    private Environment read(String text) {
        return ((ImportResult.Imported) MockoonImport.read(text, new SplittableRandom(seed++))).environment();
    }

    private static Environment matched(Environment now, Environment imported) {
        return DocumentMatch.match(now, imported, _ -> false, _ -> {});
    }

    private static Node header(Environment environment, String key) {
        return nodes(environment, Kind.HEADER).stream()
                .filter(node -> node.get(Schema.HEADER_KEY).equals(key))
                .findFirst()
                .orElseThrow();
    }

    private static List<NodeId> ids(Environment environment, String key) {
        return nodes(environment, Kind.HEADER).stream()
                .filter(node -> node.get(Schema.HEADER_KEY).equals(key))
                .map(Node::id)
                .toList();
    }
}
