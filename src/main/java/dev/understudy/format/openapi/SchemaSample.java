package dev.understudy.format.openapi;

import dev.understudy.js.Conversions;
import dev.understudy.js.JsArray;
import dev.understudy.js.JsObject;
import dev.understudy.js.JsValue;
import java.util.Map;
import java.util.StringJoiner;

/// Makes of a schema without references a value that has its form, with templates for what differs each time. What a
/// schema says by example counts more than what it says of its form. Used by one thread, once.
final class SchemaSample {

    /// How deep a value may be nested.
    static final int MAX_DEPTH = 200;

    private static final JsValue NOTHING = JsValue.Undefined.UNDEFINED;
    private static final JsValue WHOLE_NUMBER = new JsValue.Text("{{faker 'number.int' max=99999}}");
    private static final JsValue FRACTION = new JsValue.Text("{{faker 'number.float'}}");
    private static final JsValue FLAG = new JsValue.Text("{{faker 'datatype.boolean'}}");
    private static final Map<String, String> FORMATS = Map.of(
            "date", "{{date '2019' (now) 'yyyy-MM-dd'}}",
            "date-time", "{{faker 'date.recent' 365}}",
            "email", "{{faker 'internet.email'}}",
            "uuid", "{{faker 'string.uuid'}}");

    private final Allowance allowance;

    SchemaSample(Allowance allowance) {
        this.allowance = allowance;
    }

    /// Undefined for what is no schema, such as `true`.
    ///
    /// @throws Allowance.Spent if the value would be larger or nested deeper than a body may be
    JsValue of(JsValue schema) throws Allowance.Spent {
        return value(schema, 0);
    }

    private JsValue value(JsValue schema, int depth) throws Allowance.Spent {
        if (depth > MAX_DEPTH) {
            throw new Allowance.Spent();
        }
        allowance.spend(1);
        if (!(schema instanceof JsObject object)) {
            return schema instanceof JsArray ? JsValue.Text.EMPTY : NOTHING;
        }
        if (object.get("enum") instanceof JsArray choices) {
            return oneOf(choices);
        }
        if (object.has("example")) {
            return object.get("example");
        }
        if (object.has("default")) {
            return object.get("default");
        }
        if (object.get("allOf") instanceof JsArray parts && parts.size() > 0) {
            return value(MergedSchema.of(parts), depth);
        }
        if (object.get("oneOf") instanceof JsArray alternatives && alternatives.size() > 0) {
            return value(alternatives.get(0), depth + 1);
        }
        if (object.get("anyOf") instanceof JsArray alternatives && alternatives.size() > 0) {
            return value(alternatives.get(0), depth + 1);
        }
        return byType(object, depth);
    }

    private JsValue byType(JsObject schema, int depth) throws Allowance.Spent {
        String format = Values.label(schema.get("format"));
        return switch (type(schema)) {
            case "object" -> object(schema, depth);
            case "array" -> array(schema, depth);
            case "integer" -> WHOLE_NUMBER;
            case "number" -> format.equals("float") || format.equals("double") ? FRACTION : WHOLE_NUMBER;
            case "boolean" -> FLAG;
            case "string" -> new JsValue.Text(FORMATS.getOrDefault(format, ""));
            default -> JsValue.Text.EMPTY;
        };
    }

    private static String type(JsObject schema) {
        JsValue type = schema.get("type");
        if (type instanceof JsArray several) {
            return Values.text(several.get(0));
        }
        boolean untyped = !Conversions.isTruthy(type);
        return untyped && schema.get("properties").depth() > 0 ? "object" : Values.label(type);
    }

    private JsValue object(JsObject schema, int depth) throws Allowance.Spent {
        JsObject.Builder sample = JsObject.builder();
        for (Map.Entry<String, JsValue> property :
                Values.entries(schema.get("properties")).entrySet()) {
            JsValue value = value(property.getValue(), depth + 1);
            if (value != NOTHING) {
                sample.set(property.getKey(), value);
            }
        }
        return sample.build();
    }

    private JsValue array(JsObject schema, int depth) throws Allowance.Spent {
        JsValue item = value(schema.get("items"), depth + 1);
        return Values.label(schema.get("collectionFormat")).equals("csv") ? item : JsArray.of(item);
    }

    private JsValue oneOf(JsArray choices) throws Allowance.Spent {
        StringJoiner words = new StringJoiner(" ", "{{oneOf ", "}}");
        for (JsValue choice : choices.values()) {
            String word = Values.text(choice);
            allowance.spend(word.length() + 1L);
            words.add(choice instanceof JsValue.Text ? "'" + word + "'" : word);
        }
        return new JsValue.Text(words.toString());
    }
}
