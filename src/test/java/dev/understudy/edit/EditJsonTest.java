package dev.understudy.edit;

import static dev.understudy.edit.Documents.add;
import static dev.understudy.edit.Documents.apply;
import static dev.understudy.edit.Documents.id;
import static dev.understudy.edit.Documents.keep;
import static dev.understudy.edit.Documents.move;
import static dev.understudy.edit.Documents.remove;
import static dev.understudy.edit.Documents.replace;
import static dev.understudy.edit.Documents.set;
import static dev.understudy.edit.Documents.small;
import static dev.understudy.edit.Documents.splice;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.understudy.environment.Environment;
import dev.understudy.environment.Kind;
import dev.understudy.environment.OrderKey;
import dev.understudy.environment.Schema;
import dev.understudy.environment.Slot;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

class EditJsonTest {

    private static final JsonMapper JSON = JsonMapper.shared();

    static List<Edit> edits() {
        return List.of(
                add("x", Kind.FOLDER, "root"),
                new Edit.Add(
                        id("h"),
                        Kind.HEADER,
                        id("root"),
                        Slot.PROXY_RESPONSE_HEADERS,
                        Optional.of(new OrderKey("a0V")),
                        Map.of(Schema.HEADER_KEY, "X-A", Schema.HEADER_VALUE, "ü\n\""),
                        Map.of("x", "{\"a\":[1]}")),
                new Edit.Add(
                        id("root"), Kind.ENVIRONMENT, null, Slot.ROOT, Optional.of(OrderKey.FIRST), Map.of(), Map.of()),
                remove("x"),
                move("x", "root"),
                move("x", "root", "Zz"),
                set("x", Schema.RESPONSE_BODY, "text"),
                set("x", Schema.RESPONSE_STATUS, 404),
                set("x", Schema.RESPONSE_DEFAULT, true),
                set("x", Schema.ROUTE_RESPONSE_MODE, ""),
                splice("x", Schema.RESPONSE_BODY, keep(1), replace(2, ""), keep(3), replace(0, "\n"), keep(1)),
                splice("x", Schema.RESPONSE_BODY, replace(0, "a\n\nb\r\n")));
    }

    @ParameterizedTest
    @MethodSource("edits")
    @DisplayName("E46 an edit written and read again is the same")
    void roundTrip(Edit edit) {
        JsonNode json = JSON.readTree(JSON.writeValueAsString(EditJson.write(edit)));
        assertThat(ChangeJson.edit(json)).isEqualTo(edit);
    }

    @Test
    @DisplayName("E46 the wire form is the one of the public API")
    void form() {
        assertThat(EditJson.write(splice("x", Schema.RESPONSE_BODY, keep(120), replace(3, "abc"), keep(40)))
                        .get("changes")
                        .toString())
                .isEqualTo("[120,[3,\"abc\"],40]");
        assertThat(EditJson.write(set("x", Schema.ROUTE_STREAMING_MODE, ""))
                        .get("value")
                        .isNull())
                .isTrue();
        assertThat(EditJson.write(add("x", Kind.HEADER, "root")).has("list")).isFalse();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    @DisplayName("E47 the log holds edits with their inverses and gives both back")
    void log(long seed) {
        RandomEdits random = new RandomEdits(new Random(seed));
        Environment environment = small();
        for (int i = 0; i < 200; i++) {
            if (Apply.apply(environment, random.change(environment), _ -> false, false)
                    instanceof Outcome.Accepted accepted) {
                JsonNode stored = JSON.readTree(JSON.writeValueAsString(EditJson.writeLog(accepted.effects())));
                assertThat(StoredEditsJson.read(1, stored).effects()).isEqualTo(accepted.effects());
                environment = accepted.after();
            }
        }
    }

    @Test
    @DisplayName("E47 the inverse of an add is left out of the log")
    void addInLog() {
        Outcome.Accepted accepted = (Outcome.Accepted) apply(small(), add("x", Kind.FOLDER, "root"));
        assertThat(EditJson.writeLog(accepted.effects()).get(0).has("inverse")).isFalse();
    }

    @Test
    @DisplayName("E44 a change has 50,000 edits at most")
    void tooManyEdits() {
        ArrayNode edits = JsonNodeFactory.instance.arrayNode();
        for (int i = 0; i <= Change.MAX_EDITS; i++) {
            edits.add(EditJson.write(remove("x")));
        }
        assertThat(malformed(edits)).contains("1 to 50,000 edits");
    }

    @Test
    @DisplayName("F43 reading a change tells of its edits and of their parts, and ends where it is told to")
    void effort() {
        List<TextChange.Part> parts = new ArrayList<>();
        for (int at = 0; at < 1_000; at++) {
            parts.add(keep(1));
            parts.add(replace(1, "a"));
        }
        JsonNode json = change("c", edits(new Edit.Splice(id("x"), "body", new TextChange(parts))));
        AtomicLong steps = new AtomicLong();
        assertThat(EditJson.read(json, steps::addAndGet)).isEqualTo(EditJson.read(json));
        assertThat(steps.get()).isGreaterThan(2_000);
        for (long stop : new long[] {0, steps.get() - 1}) {
            AtomicLong left = new AtomicLong(stop);
            assertThatIllegalStateException()
                    .isThrownBy(() -> EditJson.read(json, more -> {
                        if (left.addAndGet(-more) < 0) {
                            throw new IllegalStateException("enough");
                        }
                    }));
        }
    }

    @Test
    @DisplayName("E44 the name of a client has 100 characters at most")
    void clientName() {
        assertThat(EditJson.read(change("c".repeat(100), edits(remove("x"))))).isInstanceOf(EditReading.Read.class);
        assertThat(EditJson.read(change("c".repeat(101), edits(remove("x")))))
                .isInstanceOf(EditReading.Malformed.class);
    }

    @Test
    @DisplayName("E44 what is quoted in a refusal is short")
    void excerpt() {
        ArrayNode edits = edits(new Edit.Set(id("x"), "f".repeat(100_000), 1));
        ((tools.jackson.databind.node.ObjectNode) edits.get(0)).putNull("value");
        assertThat(malformed(edits)).hasSizeLessThan(200);
        assertThat(Excerpt.of("x".repeat(59) + "\uD83D\uDE00"))
                .doesNotContain("\uD83D")
                .endsWith("…\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"null", "[]", "1", "\"change\"", "{}", "{\"client\":\"c\",\"seq\":1,\"base\":0,\"edits\":{}}"})
    @DisplayName("E44 what is no change at all is refused with a sentence")
    void noChange(String json) {
        assertThat(EditJson.read(JSON.readTree(json)))
                .isInstanceOfSatisfying(EditReading.Malformed.class, malformed -> {
                    assertThat(malformed.edit()).isEqualTo(-1);
                    assertThat(malformed.message()).endsWith(".");
                });
    }

    private static String malformed(ArrayNode edits) {
        return ((EditReading.Malformed) EditJson.read(change("c", edits))).message();
    }

    private static ArrayNode edits(Edit edit) {
        return JsonNodeFactory.instance.arrayNode().add(EditJson.write(edit));
    }

    private static JsonNode change(String client, ArrayNode edits) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("client", client)
                .put("seq", 1)
                .put("base", 0)
                .set("edits", edits);
    }
}
