package dev.understudy.format;

import dev.understudy.environment.Environment;
import java.util.random.RandomGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Reads environment files of any Mockoon version: finds the environment, migrates it to the current version,
/// mends what is broken and lists what was mended. Nothing that is well-formed gets lost, known or unknown.
public final class MockoonImport {

    private MockoonImport() {}

    /// Reads a file.
    ///
    /// @param file the bytes of a JSON file in UTF-8
    /// @param ids where ids come from for what has none in a file (headers, rules, invocations)
    public static ImportResult read(byte[] file, RandomGenerator ids) {
        try {
            return readText(JsonText.decode(file), ids);
        } catch (Refusal refusal) {
            return refusal.result();
        }
    }

    /// Reads the text of a file.
    public static ImportResult read(String text, RandomGenerator ids) {
        try {
            return readText(text, ids);
        } catch (Refusal refusal) {
            return refusal.result();
        }
    }

    private static ImportResult readText(String text, RandomGenerator ids) {
        JsonNode root = parsed(text);
        ObjectNode file = Recognition.environmentIn(root);
        Repairs repairs = new Repairs(new Places(root));
        Migrations.run(file, repairs);
        Environment environment = new EnvironmentReader(ids, repairs).read(file);
        return new ImportResult.Imported(environment, repairs.problems());
    }

    private static JsonNode parsed(String text) {
        try {
            return JsonText.parse(text);
        } catch (Refusal refusal) {
            throw refusal.with(Recognition.hintAbout(text));
        }
    }
}
