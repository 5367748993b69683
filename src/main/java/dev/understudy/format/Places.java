package dev.understudy.format;

import java.util.IdentityHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Where each object and list stood in the file as it was given: migrations move them around, and a problem
/// must be found in the original.
final class Places {

    private record Origin(JsonNode parent, String key) {}

    private final IdentityHashMap<JsonNode, Origin> origins = new IdentityHashMap<>();

    Places(JsonNode root) {
        record(root);
    }

    /// Something that a migration made counts as standing where its content came from.
    void adopt(JsonNode made, JsonNode from) {
        Origin origin = origins.get(from);
        if (origin != null) {
            origins.put(made, origin);
        }
    }

    String of(JsonNode container) {
        StringBuilder pointer = new StringBuilder();
        append(pointer, container);
        return pointer.toString();
    }

    String of(JsonNode container, String key) {
        StringBuilder pointer = new StringBuilder();
        append(pointer, container);
        return pointer.append('/').append(escaped(key)).toString();
    }

    private void append(StringBuilder pointer, @Nullable JsonNode container) {
        Origin origin = container == null ? null : origins.get(container);
        if (origin != null) {
            append(pointer, origin.parent);
            pointer.append('/').append(escaped(origin.key));
        }
    }

    private void record(JsonNode container) {
        if (container.isArray()) {
            int index = 0;
            for (JsonNode item : container) {
                child(container, String.valueOf(index++), item);
            }
        } else {
            container.properties().forEach(entry -> child(container, entry.getKey(), entry.getValue()));
        }
    }

    private void child(JsonNode parent, String key, JsonNode child) {
        if (child.isContainer()) {
            origins.put(child, new Origin(parent, key));
            record(child);
        }
    }

    private static String escaped(String key) {
        return key.replace("~", "~0").replace("/", "~1");
    }
}
