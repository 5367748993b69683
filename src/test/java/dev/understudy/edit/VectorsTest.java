package dev.understudy.edit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.environment.Environment;
import dev.understudy.environment.Invariants;
import dev.understudy.environment.Node;
import dev.understudy.environment.NodeId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Runs the cases of `src/test/resources/vectors`; their form is described there.
class VectorsTest {

    private static final String NO_ID = "00000000-0000-4000-8000-000000000000";

    @TestFactory
    Stream<DynamicContainer> vectors() throws IOException, URISyntaxException {
        Path folder = Path.of(
                Objects.requireNonNull(getClass().getResource("/vectors")).toURI());
        List<Path> files;
        try (Stream<Path> found = Files.list(folder)) {
            files = found.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
        return files.stream().map(VectorsTest::container);
    }

    private static DynamicContainer container(Path file) {
        JsonNode json = expanded(read(file));
        return DynamicContainer.dynamicContainer(
                String.valueOf(file.getFileName()),
                stream(json.path("cases"))
                        .map(test -> DynamicTest.dynamicTest(
                                test.path("name").stringValue(),
                                () -> check(
                                        test,
                                        test.path("document").isMissingNode()
                                                ? json.path("document")
                                                : test.path("document")))));
    }

    private static void check(JsonNode test, JsonNode document) {
        TestRoom room = new TestRoom(Environment.ofNodes(nodes(document)));
        assertThat(Invariants.violatedBy(room.head())).isEmpty();
        for (JsonNode edits : test.path("committed")) {
            Change change = change(envelope(edits, room.revision()));
            assertThat(room.submit(change).word()).isEqualTo("committed");
        }
        Environment before = room.head();
        switch (EditJson.read(submitted(test))) {
            case EditReading.Malformed malformed ->
                checkRejected(test, malformed.edit(), "invalid", malformed.message());
            case EditReading.Read(Change change) -> {
                TestRoom.Answer answer = room.submit(change);
                assertThat(answer.word())
                        .as(answer.outcome().toString())
                        .isEqualTo(test.path("outcome").stringValue());
                checkOutcome(test, before, answer.outcome());
            }
        }
    }

    private static void checkOutcome(JsonNode test, Environment before, Outcome outcome) {
        switch (outcome) {
            case Outcome.Rejected rejected ->
                checkRejected(
                        test,
                        rejected.edit(),
                        rejected.reason()
                                .name()
                                .toLowerCase(java.util.Locale.ROOT)
                                .replace('_', '-'),
                        rejected.message());
            case Outcome.NoEffect(List<Note> notes) -> checkNotes(test, notes);
            case Outcome.Accepted accepted -> {
                checkNotes(test, accepted.notes());
                JsonNode effective = test.path("effective").isMissingNode()
                        ? test.path("submitted").path("edits")
                        : test.path("effective");
                JsonNode actual = EditJson.write(accepted.effects());
                if (test.path("anyOrder").asBoolean(false)) {
                    assertThat(actual).containsExactlyInAnyOrderElementsOf(effective);
                } else {
                    assertThat(actual).isEqualTo(effective);
                }
                assertThat(accepted.after()).isEqualTo(expected(test, before));
                checkReplay(before, accepted);
            }
        }
    }

    /// The log alone leads there and back.
    private static void checkReplay(Environment before, Outcome.Accepted accepted) {
        assertThat(Invariants.violatedBy(accepted.after())).isEmpty();
        List<Effect> stored =
                StoredEditsJson.read(1, EditJson.writeLog(accepted.effects())).effects();
        assertThat(stored).isEqualTo(accepted.effects());
        assertThat(Replay.next(before, stored)).isEqualTo(accepted.after());
        Environment back = accepted.after();
        for (Effect effect : stored.reversed()) {
            for (Edit edit : effect.inverse()) {
                back = Replay.next(back, List.of(new Effect(edit, List.of())));
            }
        }
        assertThat(back).isEqualTo(before);
    }

    private static void checkRejected(JsonNode test, int edit, String reason, String message) {
        assertThat("rejected").as(message).isEqualTo(test.path("outcome").stringValue());
        assertThat(edit).as(message).isEqualTo(test.path("edit").intValue());
        assertThat(reason).as(message).isEqualTo(test.path("reason").stringValue());
        assertThat(message).endsWith(".").hasSizeLessThan(300);
        assertThat(dev.understudy.environment.Texts.flaw(message)).isEmpty();
    }

    private static void checkNotes(JsonNode test, List<Note> notes) {
        assertThat(notes)
                .extracting(Note::edit)
                .isEqualTo(stream(test.path("notes")).map(JsonNode::intValue).toList());
    }

    private static Environment expected(JsonNode test, Environment before) {
        Map<NodeId, Node> nodes = new HashMap<>();
        before.nodes().forEach(node -> nodes.put(node.id(), node));
        Set<NodeId> removed = new HashSet<>();
        test.path("removed").forEach(id -> removed.add(new NodeId(id.stringValue())));
        removed.addAll(before.nodes().stream()
                .map(Node::id)
                .filter(id -> removed.stream().anyMatch(top -> before.isWithin(id, top)))
                .toList());
        nodes.keySet().removeAll(removed);
        nodes(test.path("changed")).forEach(node -> nodes.put(node.id(), node));
        return Environment.ofNodes(nodes.values());
    }

    private static List<Node> nodes(JsonNode list) {
        List<Node> nodes = new ArrayList<>();
        for (JsonNode json : list) {
            ObjectNode add = ((ObjectNode) json.deepCopy()).put("op", "add");
            nodes.add(Replay.node((Edit.Add) ChangeJson.edit(add)));
        }
        return nodes;
    }

    private static Change change(JsonNode json) {
        return switch (EditJson.read(json)) {
            case EditReading.Read(Change change) -> change;
            case EditReading.Malformed malformed -> throw new AssertionError(malformed.message());
        };
    }

    private static JsonNode submitted(JsonNode test) {
        ObjectNode json = (ObjectNode) test.path("submitted").deepCopy();
        if (!json.has("client")) {
            json.put("client", "c");
        }
        if (!json.has("seq")) {
            json.put("seq", 1);
        }
        return json;
    }

    private static ObjectNode envelope(JsonNode edits, long base) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("client", "other").put("seq", base).put("base", base).set("edits", edits);
        return json;
    }

    /// `#e1` becomes the UUID that ends in e1.
    private static JsonNode expanded(JsonNode json) {
        if (json.isString() && json.stringValue().matches("#[0-9a-f]{1,12}")) {
            String digits = json.stringValue().substring(1);
            return JsonNodeFactory.instance.stringNode(NO_ID.substring(0, NO_ID.length() - digits.length()) + digits);
        }
        if (json.isArray()) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            json.forEach(item -> array.add(expanded(item)));
            return array;
        }
        if (json.isObject()) {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            json.properties().forEach(entry -> object.set(entry.getKey(), expanded(entry.getValue())));
            return object;
        }
        return json;
    }

    private static JsonNode read(Path file) {
        try {
            return JsonMapper.shared().readTree(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
