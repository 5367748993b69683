package dev.understudy.compat;

import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What remains of a body when values that were made up are taken out of it: which properties there are, and of
/// which types.
final class Shape {

    private static final JsonMapper MAPPER = new JsonMapper();
    private static final String FAILURE = "Error while serving";

    private Shape() {}

    /// Of arrays and objects what they are made of; of anything else only whether it is there.
    static String of(String body) {
        try {
            JsonNode json = MAPPER.readTree(body);
            if (json.isContainer()) {
                return shape(json).toString();
            }
        } catch (JacksonException _) {
            // Then it is some text.
        }
        return body.isEmpty() ? "nothing" : body.startsWith(FAILURE) ? body : "text";
    }

    private static Object shape(JsonNode node) {
        if (node.isObject()) {
            Map<String, Object> members = new TreeMap<>();
            node.properties().forEach(member -> members.put(member.getKey(), shape(member.getValue())));
            return members;
        }
        if (node.isArray()) {
            TreeSet<String> items = new TreeSet<>();
            node.forEach(item -> items.add(shape(item).toString()));
            return items;
        }
        return node.getNodeType();
    }
}
