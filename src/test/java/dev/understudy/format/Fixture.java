package dev.understudy.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.environment.Environment;
import dev.understudy.environment.Invariants;
import dev.understudy.environment.Kind;
import dev.understudy.environment.Node;
import dev.understudy.environment.Problem;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Short ways to files, what becomes of them, and ids that can be read.
final class Fixture {

    private Fixture() {}

    static RandomGenerator ids() {
        return new SplittableRandom(7);
    }

    /// JSON with single quotes.
    static String json(String quoted) {
        return quoted.replace('\'', '"');
    }

    static ObjectNode tree(String quoted) {
        return (ObjectNode) JsonText.parse(json(quoted));
    }

    /// A UUID that ends with the number.
    static String id(int number) {
        return "00000000-0000-4000-8000-%012d".formatted(number);
    }

    /// An environment in the current version with these properties, in single quotes.
    static String current(String properties) {
        return "{'uuid':'%s','lastMigration':33,'name':'Test'%s}"
                .formatted(id(0), properties.isEmpty() ? "" : "," + properties);
    }

    static ImportResult.Imported imported(String quoted) {
        return importedText(json(quoted));
    }

    static ImportResult.Imported importedText(String text) {
        ImportResult result = MockoonImport.read(text, ids());
        assertThat(result).isInstanceOf(ImportResult.Imported.class);
        ImportResult.Imported imported = (ImportResult.Imported) result;
        assertThat(Invariants.violatedBy(imported.environment())).isEmpty();
        return imported;
    }

    static ImportResult.Refused refused(String quoted) {
        return refusedText(json(quoted));
    }

    static ImportResult.Refused refusedText(String text) {
        ImportResult result = MockoonImport.read(text, ids());
        assertThat(result).isInstanceOf(ImportResult.Refused.class);
        return (ImportResult.Refused) result;
    }

    static ObjectNode exported(String quoted) {
        return MockoonExport.toJson(imported(quoted).environment());
    }

    static List<Node> nodes(Environment environment, Kind kind) {
        return environment.subtree(environment.root().id()).stream()
                .filter(node -> node.kind() == kind)
                .toList();
    }

    static List<String> places(ImportResult.Imported imported) {
        return imported.problems().stream().map(Problem::place).toList();
    }

    static List<String> texts(JsonNode list, String property) {
        return IntStream.range(0, list.size())
                .mapToObj(index -> list.get(index).path(property).asString("-"))
                .toList();
    }
}
