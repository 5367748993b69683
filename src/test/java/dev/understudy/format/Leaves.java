package dev.understudy.format;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/// Every value of a JSON file by its path. Routes and folders stand in their lists in any order, so that they
/// go by their uuid, the n-th with the same one by `#n`. So do the entries of the tree where some were repaired.
final class Leaves {

    private final Map<String, String> byPath = new TreeMap<>();
    private final Map<String, String> pointers = new HashMap<>();

    private final boolean repaired;

    private Leaves(boolean repaired) {
        this.repaired = repaired;
    }

    static Leaves of(JsonNode root, boolean repaired) {
        Leaves leaves = new Leaves(repaired);
        leaves.walk("", "", root);
        return leaves;
    }

    /// Path to value, as comparable text.
    Map<String, String> byPath() {
        return byPath;
    }

    /// The JSON pointer of a path in this file.
    String pointer(String path) {
        return pointers.getOrDefault(path, "");
    }

    private void walk(String path, String pointer, JsonNode node) {
        if (node.isObject() && !node.isEmpty()) {
            node.properties().forEach(entry -> {
                String name = "/" + entry.getKey().replace("~", "~0").replace("/", "~1");
                walk(path + name, pointer + name, entry.getValue());
            });
        } else if (node.isArray() && !node.isEmpty()) {
            Map<String, Integer> seen = new HashMap<>();
            boolean unordered = path.equals("/routes")
                    || path.equals("/folders")
                    || (repaired && path.matches("/rootChildren|/folders/[^/]+/children"));
            for (int index = 0; index < node.size(); index++) {
                String uuid = node.get(index).path("uuid").asString("");
                String name = unordered ? uuid + "#" + seen.merge(uuid, 1, Integer::sum) : String.valueOf(index);
                walk(path + "/" + name, pointer + "/" + index, node.get(index));
            }
        } else if (!repaired || !path.equals("/rootChildren")) {
            byPath.put(path, valueOf(node));
            pointers.put(path, pointer);
        }
    }

    private static String valueOf(JsonNode node) {
        if (node.isNumber()) {
            return new BigDecimal(node.asString()).stripTrailingZeros().toString();
        }
        return JsonText.raw(node);
    }
}
