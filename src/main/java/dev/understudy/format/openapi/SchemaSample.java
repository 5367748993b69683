package dev.understudy.format.openapi;

import dev.understudy.js.Conversions;
import dev.understudy.js.JsArray;
import dev.understudy.js.JsObject;
import dev.understudy.js.JsValue;
import java.util.IdentityHashMap;
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

    /// What one schema stands for.
    ///
    /// @param steps values and characters, those of shared parts as often as they are used
    /// @param levels how deep it goes, from the schema on
    private record Made(JsValue value, long steps, int levels) {

        static Made of(JsValue value) {
            return new Made(value, 1, 0);
        }
    }

    private final ExpansionBudget budget;

    /// By identity: what references lead to is one schema in many places.
    private final IdentityHashMap<JsValue, Made> known = new IdentityHashMap<>();

    SchemaSample(ExpansionBudget budget) {
        this.budget = budget;
    }

    /// Undefined for what is no schema, such as `true`.
    ///
    /// @throws ExpansionBudget.Spent if the value would be larger or nested deeper than a body may be
    JsValue of(JsValue schema) throws ExpansionBudget.Spent {
        Made made = made(schema, 0);
        budget.stand(made.steps());
        return made.value();
    }

    private Made made(JsValue schema, int depth) throws ExpansionBudget.Spent {
        requireDepth(depth);
        budget.work(1);
        if (!(schema instanceof JsObject object)) {
            return Made.of(schema instanceof JsArray ? JsValue.Text.EMPTY : NOTHING);
        }
        Made before = known.get(object);
        if (before != null) {
            requireDepth(depth + before.levels());
            return before;
        }
        Made made = make(object, depth);
        known.put(object, made);
        return made;
    }

    private static void requireDepth(int depth) throws ExpansionBudget.Spent {
        if (depth > MAX_DEPTH) {
            throw new ExpansionBudget.Spent();
        }
    }

    private Made make(JsObject schema, int depth) throws ExpansionBudget.Spent {
        if (schema.get("enum") instanceof JsArray choices) {
            return oneOf(choices);
        }
        if (schema.has("example")) {
            return Made.of(schema.get("example"));
        }
        if (schema.has("default")) {
            return Made.of(schema.get("default"));
        }
        if (schema.get("allOf") instanceof JsArray parts && parts.size() > 0) {
            Made merged = make(MergedSchema.of(parts, budget), depth);
            return new Made(merged.value(), sum(merged.steps(), 1), merged.levels());
        }
        if (schema.get("oneOf") instanceof JsArray alternatives && alternatives.size() > 0) {
            return first(alternatives, depth);
        }
        if (schema.get("anyOf") instanceof JsArray alternatives && alternatives.size() > 0) {
            return first(alternatives, depth);
        }
        return byType(schema, depth);
    }

    private Made first(JsArray alternatives, int depth) throws ExpansionBudget.Spent {
        Made first = made(alternatives.get(0), depth + 1);
        return new Made(first.value(), sum(first.steps(), 1), first.levels() + 1);
    }

    private Made byType(JsObject schema, int depth) throws ExpansionBudget.Spent {
        String format = LenientValues.label(schema.get("format"));
        return switch (type(schema)) {
            case "object" -> object(schema, depth);
            case "array" -> array(schema, depth);
            case "integer" -> Made.of(WHOLE_NUMBER);
            case "number" -> Made.of(format.equals("float") || format.equals("double") ? FRACTION : WHOLE_NUMBER);
            case "boolean" -> Made.of(FLAG);
            case "string" -> Made.of(new JsValue.Text(FORMATS.getOrDefault(format, "")));
            default -> Made.of(JsValue.Text.EMPTY);
        };
    }

    private static String type(JsObject schema) {
        JsValue type = schema.get("type");
        if (type instanceof JsArray several) {
            return LenientValues.text(several.get(0));
        }
        boolean untyped = !Conversions.isTruthy(type);
        return untyped && schema.get("properties").depth() > 0 ? "object" : LenientValues.label(type);
    }

    private Made object(JsObject schema, int depth) throws ExpansionBudget.Spent {
        JsObject.Builder sample = JsObject.builder();
        long steps = 1;
        int levels = 0;
        for (Map.Entry<String, JsValue> property :
                LenientValues.entries(schema.get("properties")).entrySet()) {
            Made made = made(property.getValue(), depth + 1);
            steps = sum(steps, made.steps());
            levels = Math.max(levels, made.levels() + 1);
            if (made.value() != NOTHING) {
                sample.set(property.getKey(), made.value());
            }
        }
        return new Made(sample.build(), steps, levels);
    }

    private Made array(JsObject schema, int depth) throws ExpansionBudget.Spent {
        Made item = made(schema.get("items"), depth + 1);
        boolean bare = LenientValues.label(schema.get("collectionFormat")).equals("csv");
        return new Made(bare ? item.value() : JsArray.of(item.value()), sum(item.steps(), 1), item.levels() + 1);
    }

    private Made oneOf(JsArray choices) {
        StringJoiner words = new StringJoiner(" ", "{{oneOf ", "}}");
        long steps = 1;
        for (JsValue choice : choices.values()) {
            String word = LenientValues.text(choice);
            budget.work(word.length() + 1L);
            steps += word.length() + 1L;
            words.add(choice instanceof JsValue.Text ? "'" + word + "'" : word);
        }
        return new Made(new JsValue.Text(words.toString()), steps, 0);
    }

    /// More than a body may stand for is all the same.
    private static long sum(long steps, long more) {
        return Math.min(steps + more, ExpansionBudget.MAX_BODY_STEPS + 1);
    }
}
