package dev.understudy.edit;

import dev.understudy.edit.TextChange.Part;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// Changes of a text in CodeMirror's form: a number keeps so many code units, `[n, line, …]` replaces n of them
/// by the lines joined by `\n`.
final class TextChangeJson {

    private TextChangeJson() {}

    static ArrayNode write(TextChange change) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (Part part : change.parts()) {
            switch (part) {
                case Part.Keep(int length) -> array.add(length);
                case Part.Replace(int length, String inserted) -> {
                    ArrayNode replace = array.addArray().add(length);
                    if (!inserted.isEmpty()) {
                        List.of(inserted.split("\n", -1)).forEach(replace::add);
                    }
                }
            }
        }
        return array;
    }

    /// Reads one from outside.
    ///
    /// @throws IllegalArgumentException with a sentence that says what is expected
    static TextChange read(JsonNode array) {
        if (!array.isArray()) {
            throw new IllegalArgumentException("\"changes\" must be an array like [120,[3,\"abc\"],40].");
        }
        List<Part> parts = new ArrayList<>();
        long covered = 0;
        for (JsonNode json : array) {
            Part part =
                    json.isArray() ? new Part.Replace(length(json.path(0)), lines(json)) : new Part.Keep(length(json));
            covered += part.oldLength();
            if (covered > Integer.MAX_VALUE) {
                throw new IllegalArgumentException("\"changes\" covers more than any text has.");
            }
            parts.add(part);
        }
        return new TextChange(parts);
    }

    private static int length(JsonNode json) {
        if (!json.isIntegralNumber() || !json.canConvertToInt() || json.intValue() < 0) {
            throw new IllegalArgumentException("A part of \"changes\" is a length, or an array that starts with one.");
        }
        return json.intValue();
    }

    private static String lines(JsonNode part) {
        List<String> lines = new ArrayList<>();
        for (int at = 1; at < part.size(); at++) {
            if (!part.get(at).isString()) {
                throw new IllegalArgumentException("Inserted lines must be strings.");
            }
            lines.add(part.get(at).stringValue());
        }
        return String.join("\n", lines);
    }
}
