package dev.understudy.format;

import dev.understudy.environment.Environment;
import java.util.function.LongConsumer;
import java.util.random.RandomGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Reads environment files of any Mockoon version: finds the environment, migrates it to the current version,
/// mends what is broken and lists what was mended. Nothing that is well-formed gets lost, known or unknown.
public final class MockoonImport {

    private MockoonImport() {}

    /// Reads a file of which nobody needs to fear that it takes long.
    public static ImportResult read(byte[] file, RandomGenerator ids) {
        return read(file, ids, steps -> {});
    }

    /// Reads a file.
    ///
    /// @param file the bytes of a JSON file in UTF-8
    /// @param ids where ids come from for what has none in a file (headers, rules, invocations)
    /// @param effort told of the steps of the work; it may end it by an exception of its own
    public static ImportResult read(byte[] file, RandomGenerator ids, LongConsumer effort) {
        try {
            return readText(JsonText.decode(file), ids, effort);
        } catch (ImportRefusal refusal) {
            return refusal.result();
        }
    }

    /// Reads the text of a file of which nobody needs to fear that it takes long.
    public static ImportResult read(String text, RandomGenerator ids) {
        return read(text, ids, steps -> {});
    }

    /// Reads the text of a file.
    public static ImportResult read(String text, RandomGenerator ids, LongConsumer effort) {
        try {
            return readText(text, ids, effort);
        } catch (ImportRefusal refusal) {
            return refusal.result();
        }
    }

    private static ImportResult readText(String text, RandomGenerator ids, LongConsumer effort) {
        JsonNode root = parsed(text, effort);
        ObjectNode file = Recognition.environmentIn(root);
        Repairs repairs = new Repairs(new Places(root));
        Migrations.run(file, repairs);
        Environment environment = new EnvironmentReader(ids, repairs, effort).read(file);
        return new ImportResult.Imported(environment, repairs.problems());
    }

    private static JsonNode parsed(String text, LongConsumer effort) {
        try {
            return JsonText.parse(text, effort);
        } catch (ImportRefusal refusal) {
            throw refusal.with(Recognition.hintAbout(text));
        }
    }
}
