package dev.understudy.edit;

import dev.understudy.environment.Field;
import dev.understudy.environment.Node;
import dev.understudy.environment.Schema;
import java.util.LinkedHashMap;
import java.util.Map;

/// The values of a node as edits carry them.
final class Values {

    private Values() {}

    static Map<Field<?>, Object> notDefault(Node node) {
        Map<Field<?>, Object> values = new LinkedHashMap<>();
        for (Field<?> field : Schema.fieldsOf(node.kind())) {
            Object value = node.get(field);
            if (!value.equals(field.defaultValue())) {
                values.put(field, value);
            }
        }
        return values;
    }
}
