package dev.understudy.format.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.environment.Invariants;
import dev.understudy.format.EnvironmentImport;
import dev.understudy.format.ImportResult;
import dev.understudy.js.JsArray;
import dev.understudy.js.JsJson;
import dev.understudy.js.JsObject;
import dev.understudy.js.JsValue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Damages descriptions at random. Set the system property `fuzz.seed` to the printed one to see a failure again.
class OpenApiFuzzTest {

    private static final int TREES = 300;
    private static final int TEXTS = 500;
    private static final List<String> NAMES = List.of(
            "$ref",
            "allOf",
            "oneOf",
            "anyOf",
            "enum",
            "type",
            "items",
            "properties",
            "example",
            "examples",
            "default",
            "format",
            "schema",
            "content",
            "headers",
            "responses",
            "servers",
            "variables",
            "url",
            "produces",
            "host",
            "200",
            "4XX",
            "get",
            "trace",
            "value",
            "collectionFormat",
            "application/json",
            "1");

    private final long seed = Long.getLong("fuzz.seed", new Random().nextLong());
    private final Random chance = new Random(seed);
    private final List<JsValue> parts = new ArrayList<>();

    private static List<String> samples() throws IOException {
        List<String> texts = new ArrayList<>();
        for (String name : List.of("openapi-library.json", "openapi-swagger.json", "openapi-parcels.yaml")) {
            texts.add(Files.readString(Path.of("src/test/resources/compat", name)));
        }
        return texts;
    }

    @Test
    @DisplayName("F40 damaged descriptions are imported with all invariants, or refused, and never throw")
    void trees() throws IOException {
        System.out.println("OpenApiFuzzTest seed " + seed);
        List<JsValue> trees = samples().stream()
                .map(text -> JsJson.parse(text).orElseGet(() -> Descriptions.yaml(text)))
                .toList();
        trees.forEach(this::collect);
        int imported = 0;
        for (int run = 0; run < TREES; run++) {
            JsValue damaged = damaged(trees.get(chance.nextInt(trees.size())), 0.002 + chance.nextDouble() / 20);
            imported += check(JsJson.print(damaged).orElse("")) ? 1 : 0;
        }
        assertThat(imported).isGreaterThan(TREES / 4);
    }

    @Test
    @DisplayName("F40 damaged texts are imported with all invariants, or refused, and never throw")
    void texts() throws IOException {
        System.out.println("OpenApiFuzzTest seed " + seed);
        List<String> samples = samples();
        for (int run = 0; run < TEXTS; run++) {
            StringBuilder text = new StringBuilder(samples.get(run % 3 == 0 ? chance.nextInt(3) : 2));
            for (int times = 1 + chance.nextInt(4); times > 0; times--) {
                int at = chance.nextInt(text.length());
                switch (chance.nextInt(3)) {
                    case 0 -> text.deleteCharAt(at);
                    case 1 -> text.insert(at, "{}[]:,&*!|>'\"%@`#-?~\t\n \0é".charAt(chance.nextInt(25)));
                    default -> text.setCharAt(at, (char) chance.nextInt(0x180));
                }
            }
            check(text.toString());
        }
    }

    /// Whether it was imported.
    private boolean check(String text) {
        return switch (read(text)) {
            case ImportResult.Refused refused -> {
                assertThat(refused.message()).as("seed %d", seed).isNotBlank().endsWith(".");
                yield false;
            }
            case ImportResult.Imported imported -> {
                assertThat(Invariants.violatedBy(imported.environment()))
                        .as("seed %d", seed)
                        .isEmpty();
                String json = Descriptions.json(imported.environment());
                assertThat(JsJson.parse(json)).as("seed %d", seed).isPresent();
                assertThat(JsJson.print(Descriptions.yaml(Descriptions.yaml(imported.environment())), 2))
                        .as("seed %d", seed)
                        .hasValue(json);
                yield true;
            }
        };
    }

    private ImportResult read(String text) {
        try {
            return EnvironmentImport.read(
                    text.getBytes(StandardCharsets.UTF_8), new SplittableRandom(chance.nextLong()));
        } catch (RuntimeException | StackOverflowError e) {
            throw new AssertionError("seed " + seed + ": " + text, e);
        }
    }

    private JsValue damaged(JsValue value, double share) {
        if (chance.nextDouble() < share) {
            return other();
        }
        if (value instanceof JsArray array) {
            return JsArray.of(
                    array.values().stream().map(item -> damaged(item, share)).toList());
        }
        if (value instanceof JsObject object) {
            JsObject.Builder copy = JsObject.builder();
            for (Map.Entry<String, JsValue> member : object.members().entrySet()) {
                String name =
                        chance.nextDouble() < share / 2 ? NAMES.get(chance.nextInt(NAMES.size())) : member.getKey();
                copy.set(name, damaged(member.getValue(), share));
            }
            return copy.build();
        }
        return value;
    }

    private JsValue other() {
        return switch (chance.nextInt(10)) {
            case 0 -> JsValue.Null.NULL;
            case 1 -> JsValue.Bool.of(chance.nextBoolean());
            case 2 -> new JsValue.Num(chance.nextBoolean() ? chance.nextInt(1200) : -0.5e300);
            case 3 -> new JsValue.Text("\0 and \uD83D \uFFFE");
            case 4 -> new JsValue.Text(NAMES.get(chance.nextInt(NAMES.size())));
            case 5 -> JsObject.EMPTY;
            case 6 -> JsArray.EMPTY;
            case 7 -> JsObject.of(Map.of("$ref", new JsValue.Text("#/components/schemas/Book")));
            default -> parts.get(chance.nextInt(parts.size()));
        };
    }

    private void collect(JsValue value) {
        parts.add(value);
        LenientValues.entries(value).values().forEach(this::collect);
    }
}
