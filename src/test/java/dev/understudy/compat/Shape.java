package dev.understudy.compat;

import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What remains of a body when values that were made up are taken out of it: which properties there are, and of
/// which types.
final class Shape {

    private static final JsonMapper MAPPER = new JsonMapper();
    private static final Pattern WORDS = Pattern.compile("[\\p{L}\\p{N}+'’.,_:()/ -]+");

    private Shape() {}

    static String of(String body) {
        try {
            return shape(MAPPER.readTree(body)).toString();
        } catch (JacksonException _) {
            return WORDS.matcher(body).replaceAll("w");
        }
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
