package dev.understudy.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.edit.Edit;
import dev.understudy.edit.EditJson;
import dev.understudy.edit.Effect;
import dev.understudy.edit.Genesis;
import dev.understudy.edit.StoredEditsJson;
import dev.understudy.environment.Environment;
import dev.understudy.environment.Kind;
import dev.understudy.environment.Node;
import dev.understudy.environment.Schema;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/// Numbers of a file that nobody here understands, and which are not ours to write in another way.
class WrittenNumbersTest {

    @ParameterizedTest
    @DisplayName("D10 a number of an unknown property comes back as it was written")
    @ValueSource(
            strings = {
                "1e2",
                "1E2",
                "1e+2",
                "-0",
                "-0.0",
                "0.0",
                "0e0",
                "-0E-0",
                "1.0e-7",
                "1.10",
                "100.0",
                "12345678901234567890",
                "-12345678901234567890",
                "0.1234567890123456789012345678901234567890",
                "1e400",
                "1E-0400",
                "2147483648",
                "9007199254740993",
                "1e99999999999",
                "-1.5e-99999999999",
            })
    void asWritten(String number) {
        String nested = "{\"a\":[" + number + ",{\"b\":" + number + "}]}";
        String file = Fixture.json(
                Fixture.current("'x':" + number + ",'y':" + nested + ",'tlsOptions':{'z':" + number + "}"));
        Environment environment = Fixture.importedText(file).environment();
        assertThat(environment.root().extras())
                .containsEntry("x", number)
                .containsEntry("y", nested)
                .containsEntry("tlsOptions.z", number);
        String exported = MockoonExport.toText(environment);
        assertThat(exported).contains("\"x\": " + number + ",").contains("\"z\": " + number);
        assertThat(exported.replaceAll("\\s", "")).contains("\"y\":" + nested);
        RoundTrip.isStable(file);
    }

    @Test
    @DisplayName("D10 a file of another tool comes back as it was, every number of it as it stands there")
    void wholeFile() {
        String file = Samples.text(Samples.own("numbers.json"));
        ImportResult.Imported imported = Fixture.importedText(file);
        assertThat(imported.problems()).isEmpty();
        assertThat(MockoonExport.toText(imported.environment()) + "\n").isEqualTo(file);
    }

    @Test
    @DisplayName("D10 unknown numbers go through edits and the log as they are")
    void edits() {
        Environment environment =
                Fixture.importedText(Samples.text(Samples.own("numbers.json"))).environment();
        JsonMapper json = JsonMapper.shared();
        List<Effect> log = Genesis.of(environment);
        String stored = EditJson.writeLog(log).toString();
        List<Effect> read = StoredEditsJson.read(1, json.readTree(stored)).effects();
        List<Node> nodes = environment.subtree(environment.root().id()).stream()
                .filter(node -> !node.extras().isEmpty())
                .toList();
        assertThat(nodes).hasSizeGreaterThan(8);
        for (Node node : nodes) {
            assertThat(read)
                    .anySatisfy(effect -> assertThat(effect.edit()).isInstanceOfSatisfying(Edit.Add.class, add -> {
                        assertThat(add.node()).isEqualTo(node.id());
                        assertThat(add.extras()).isEqualTo(node.extras());
                    }));
        }
    }

    @Test
    @DisplayName(
            "F10 a number in the place of a text becomes the text that it is, and known numbers are read as numbers")
    void coerced() {
        ImportResult.Imported imported = Fixture.imported(Fixture.current("'port':3.0e3,'latency':-0,'data':[{'uuid':'"
                + Fixture.id(5) + "','id':'abcd','name':1e2,'value':{'id':1945044589271781376,'p':1.10,'n':-0}}]"));
        Node bucket = Fixture.nodes(imported.environment(), Kind.BUCKET).getFirst();
        assertThat(imported.environment().root().get(Schema.ENVIRONMENT_PORT)).isEqualTo(3000);
        assertThat(imported.environment().root().get(Schema.ENVIRONMENT_LATENCY))
                .isZero();
        assertThat(bucket.get(Schema.BUCKET_NAME)).isEqualTo("1e2");
        assertThat(bucket.get(Schema.BUCKET_VALUE)).isEqualTo("{\"id\":1945044589271781376,\"p\":1.10,\"n\":-0}");
    }
}
