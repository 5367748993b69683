package dev.understudy.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.environment.Invariants;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Damages files at random. Set the system property `fuzz.seed` to the printed one to see a failure again.
class ImportFuzzTest {

    private static final int TREES = 800;
    private static final int TEXTS = 800;
    private static final List<String> NAMES = List.of(
            "uuid",
            "lastMigration",
            "routes",
            "folders",
            "rootChildren",
            "children",
            "responses",
            "headers",
            "rules",
            "callbacks",
            "data",
            "databucketID",
            "id",
            "type",
            "default",
            "enabled",
            "tlsOptions",
            "method",
            "body",
            "value",
            "statusCode",
            "streamingMode",
            "isRegex",
            "https",
            "file",
            "customHeaders",
            "name",
            "x",
            "child.x");

    private final long seed = Long.getLong("fuzz.seed", new Random().nextLong());
    private final Random chance = new Random(seed);
    private final List<JsonNode> files =
            Samples.own().stream().map(Samples::text).map(JsonText::parse).toList();

    @Test
    @DisplayName("F30 damaged trees are imported with all invariants, or refused, and never throw")
    void trees() {
        System.out.println("ImportFuzzTest seed " + seed);
        int imported = 0;
        for (int run = 0; run < TREES; run++) {
            JsonNode file = files.get(chance.nextInt(files.size())).deepCopy();
            for (int times = 1 + chance.nextInt(12); times > 0; times--) {
                damage(file);
            }
            imported += check(JsonText.raw(file).getBytes(StandardCharsets.UTF_8)) ? 1 : 0;
        }
        assertThat(imported).isGreaterThan(TREES / 2);
    }

    @Test
    @DisplayName("F30 damaged bytes are imported with all invariants, or refused, and never throw")
    void bytes() {
        System.out.println("ImportFuzzTest seed " + seed);
        List<Path> paths = Samples.own();
        for (int run = 0; run < TEXTS; run++) {
            byte[] file = Samples.text(paths.get(chance.nextInt(paths.size()))).getBytes(StandardCharsets.UTF_8);
            for (int times = 1 + chance.nextInt(4); times > 0; times--) {
                file[chance.nextInt(file.length)] = (byte) chance.nextInt(256);
            }
            check(file);
        }
    }

    /// Whether it was imported.
    private boolean check(byte[] file) {
        return switch (read(file)) {
            case ImportResult.Refused refused -> {
                assertThat(refused.message()).as("seed %d", seed).isNotBlank().endsWith(".");
                yield false;
            }
            case ImportResult.Imported imported -> {
                assertThat(Invariants.violatedBy(imported.environment()))
                        .as("seed %d", seed)
                        .isEmpty();
                String exported = MockoonExport.toText(imported.environment());
                ImportResult.Imported again = (ImportResult.Imported) read(exported.getBytes(StandardCharsets.UTF_8));
                assertThat(RoundTrip.structure(again.environment()))
                        .as("seed %d", seed)
                        .isEqualTo(RoundTrip.structure(imported.environment()));
                assertThat(DocumentMatch.match(imported.environment(), again.environment(), _ -> false, _ -> {}))
                        .as("seed %d", seed)
                        .isEqualTo(imported.environment());
                yield true;
            }
        };
    }

    private ImportResult read(byte[] file) {
        try {
            return MockoonImport.read(file, new SplittableRandom(chance.nextLong()));
        } catch (RuntimeException e) {
            throw new AssertionError("seed " + seed + ": " + new String(file, StandardCharsets.UTF_8), e);
        }
    }

    private void damage(JsonNode root) {
        List<JsonNode> containers = new ArrayList<>();
        collect(root, containers);
        JsonNode place = containers.get(chance.nextInt(containers.size()));
        if (place instanceof ObjectNode object) {
            List<String> names = new ArrayList<>(object.propertyNames());
            String name = names.isEmpty() || chance.nextInt(4) == 0
                    ? NAMES.get(chance.nextInt(NAMES.size()))
                    : names.get(chance.nextInt(names.size()));
            if (chance.nextInt(3) == 0) {
                object.remove(name);
            } else {
                object.set(name, value(containers));
            }
        } else if (place instanceof ArrayNode array) {
            switch (array.isEmpty() ? 0 : chance.nextInt(3)) {
                case 0 -> array.add(value(containers));
                case 1 -> array.remove(chance.nextInt(array.size()));
                default -> array.set(chance.nextInt(array.size()), value(containers));
            }
        }
    }

    private JsonNode value(List<JsonNode> containers) {
        JsonNodeFactory json = JsonNodeFactory.instance;
        return switch (chance.nextInt(14)) {
            case 0 -> json.nullNode();
            case 1 -> json.booleanNode(chance.nextBoolean());
            case 2 -> json.numberNode(chance.nextInt(-10, 1200));
            case 3 -> json.numberNode(new java.math.BigDecimal(chance.nextBoolean() ? "1E+99999" : "-3.75"));
            case 4 -> json.stringNode(String.valueOf(chance.nextInt(1200)));
            case 5 -> json.stringNode("\0 and \uD83D");
            case 6 -> json.stringNode("{{faker 'name.firstName'}} {{faker 'datatype.array'}}");
            case 7 -> json.stringNode(Fixture.id(chance.nextInt(50)));
            case 8 -> json.stringNode(NAMES.get(chance.nextInt(NAMES.size())));
            case 9 -> json.objectNode();
            case 10 -> json.arrayNode();
            default -> containers.get(chance.nextInt(containers.size())).deepCopy();
        };
    }

    private static void collect(JsonNode node, List<JsonNode> containers) {
        if (node.isContainer()) {
            containers.add(node);
            node.forEach(child -> collect(child, containers));
        }
    }
}
