package dev.understudy.edit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.environment.Environment;
import dev.understudy.environment.FileIndex;
import dev.understudy.environment.Kind;
import dev.understudy.environment.NodeId;
import dev.understudy.environment.Schema;
import java.io.IOException;
import java.io.InputStream;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class StoredFormJsonTest {

    private static final JsonMapper JSON = JsonMapper.shared();

    /// Those of the first version; kinds that came later have files of their own.
    private static final Set<Kind> FIRST_KINDS = EnumSet.complementOf(EnumSet.of(Kind.FILE));

    @Test
    @DisplayName("D16 what is in an older form is brought up step by step, and what is in a later one left alone")
    void steps() {
        StoredFormJson.Step renamed = new StoredFormJson.Step(UnaryOperator.identity(), fields -> {
            ObjectNode object = (ObjectNode) fields;
            JsonNode old = object.remove("old");
            return old == null || object.has("new") ? object : object.set("new", old);
        });
        StoredFormJson.Step doubled = new StoredFormJson.Step(
                UnaryOperator.identity(),
                fields -> ((ObjectNode) fields).put("new", fields.path("new").intValue() * 2));
        List<StoredFormJson.Step> steps = List.of(renamed, doubled);
        assertThat(brought("{\"old\":1}", 1, steps)).isEqualTo(JSON.readTree("{\"new\":2}"));
        assertThat(brought("{\"new\":1}", 2, steps)).isEqualTo(JSON.readTree("{\"new\":2}"));
        assertThat(brought("{\"new\":1}", 3, steps)).isEqualTo(JSON.readTree("{\"new\":1}"));
        assertThat(brought("{\"new\":1}", 9, steps)).isEqualTo(JSON.readTree("{\"new\":1}"));
    }

    private static JsonNode brought(String json, int form, List<StoredFormJson.Step> steps) {
        return StoredFormJson.bring(JSON.readTree(json), form, steps, StoredFormJson.Step::fields);
    }

    /// One file for each form that there ever was; none is ever changed.
    @ParameterizedTest(name = "D16 form {0}")
    @DisplayName("D16 edits of every form can be read whole, and replayed")
    @ValueSource(ints = 1)
    void everyForm(int form) throws IOException {
        JsonNode log = fixture("edits-" + form);
        StoredEdits read = StoredEditsJson.read(form, log);
        assertThat(read.whole()).isTrue();
        assertThat(read.effects()).hasSameSizeAs(log);
        List<Effect> adds = read.effects().stream()
                .filter(effect -> effect.edit() instanceof Edit.Add)
                .toList();
        assertThat(adds).extracting(effect -> ((Edit.Add) effect.edit()).kind()).containsAll(FIRST_KINDS);
        Environment before = Replay.first(adds);
        Environment after = Replay.next(
                before, read.effects().subList(adds.size(), read.effects().size()));
        assertThat(after.size()).isEqualTo(adds.size() - 1);
        NodeId response = adds.get(3).edit().node();
        assertThat(after.get(response).get(Schema.RESPONSE_STATUS)).isEqualTo(404);
        assertThat(after.get(response).get(Schema.RESPONSE_BODY)).isEqualTo("{\"at\":\"land\n\"}");
        assertThat(after.root().extras()).containsEntry("x-owner", "{\"team\":\"Post\",\"since\":1.50}");
        assertThat(StoredEditsJson.read(StoredFormJson.CURRENT, EditJson.writeLog(read.effects())))
                .isEqualTo(read);
    }

    @Test
    @DisplayName("D16 files of the first form can be read whole, and replayed")
    void files() throws IOException {
        JsonNode log = fixture("files-1");
        StoredEdits read = StoredEditsJson.read(1, log);
        assertThat(read.whole()).isTrue();
        Environment after = Replay.next(
                Replay.first(read.effects().subList(0, 3)), read.effects().subList(3, 6));
        FileIndex files = FileIndex.of(after);
        assertThat(files.all()).hasSize(1);
        assertThat(files.find("menus/today.pdf").orElseThrow().content().text())
                .isEqualTo("cb8379ac2098aa165029e3938a51da0bcecfc008fd6795f401178647f96c5b34:4");
        assertThat(StoredEditsJson.read(StoredFormJson.CURRENT, EditJson.writeLog(read.effects())))
                .isEqualTo(read);
    }

    private static JsonNode fixture(String name) throws IOException {
        try (InputStream file = StoredFormJsonTest.class.getResourceAsStream("/stored/" + name + ".json")) {
            return JSON.readTree(Objects.requireNonNull(file));
        }
    }
}
