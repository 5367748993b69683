package dev.understudy.compat;

import java.util.Collection;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Request bodies in which something stands at certain paths.
final class Bodies {

    private static final JsonMapper MAPPER = new JsonMapper();

    private Bodies() {}

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    /// An ordinary object with a value at each path.
    static String json(Collection<String> paths) {
        ObjectNode body = object();
        body.put("id", 3);
        body.put("name", "O'Neil <& \"co\">");
        body.putArray("list").add(1).add("two").add(object().put("three", 3.50));
        int turn = 0;
        for (String path : paths) {
            put(
                    body,
                    path,
                    turn % 3 == 0 ? MAPPER.getNodeFactory().numberNode(turn + 1) : MAPPER.valueToTree("v" + turn));
            turn++;
        }
        return body.toString();
    }

    /// Puts a value at a dotted path; what stands in the way of it is replaced.
    static void put(ObjectNode root, String path, JsonNode value) {
        List<String> keys = List.of(path.replaceFirst("^\\$\\.?", "")
                .replace("[", ".")
                .replace("]", "")
                .split("\\.", -1));
        JsonNode at = root;
        for (int depth = 0; depth < keys.size(); depth++) {
            boolean last = depth == keys.size() - 1;
            JsonNode next = last ? value : child(at, keys.get(depth), keys.get(depth + 1));
            switch (at) {
                case ObjectNode object -> object.set(keys.get(depth), next);
                case ArrayNode array -> {
                    while (array.size() <= Integer.parseInt(keys.get(depth))) {
                        array.addNull();
                    }
                    array.set(Integer.parseInt(keys.get(depth)), next);
                }
                default -> throw new IllegalStateException("No container at " + path);
            }
            at = next;
        }
    }

    private static JsonNode child(JsonNode parent, String key, String next) {
        JsonNode old = parent instanceof ArrayNode array && key.matches("\\d{1,3}")
                ? array.path(Integer.parseInt(key))
                : parent.path(key);
        boolean index = next.matches("\\d{1,3}");
        if (index ? old.isArray() : old.isObject()) {
            return old;
        }
        return index ? MAPPER.createArrayNode() : object();
    }
}
