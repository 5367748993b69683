package dev.understudy.js.schema;

import dev.understudy.js.Comparison;
import dev.understudy.js.Conversions;
import dev.understudy.js.Effort;
import dev.understudy.js.JsArray;
import dev.understudy.js.JsObject;
import dev.understudy.js.JsValue;
import dev.understudy.js.JsValue.Bool;
import dev.understudy.js.JsValue.Null;
import dev.understudy.js.JsValue.Num;
import dev.understudy.js.JsValue.Text;
import dev.understudy.js.Numbers;
import dev.understudy.js.regex.JsRegex;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Applies a schema to one value.
final class Validation<X extends Exception> {

    /// Schemas inside each other, references included.
    static final int MAX_DEPTH = 600;

    private final IdentityHashMap<JsObject, JsValue> references;
    private final Map<String, JsRegex> patterns;
    private final Effort<X> effort;
    private int depth;

    Validation(IdentityHashMap<JsObject, JsValue> references, Map<String, JsRegex> patterns, Effort<X> effort) {
        this.references = references;
        this.patterns = patterns;
        this.effort = effort;
    }

    Effort<X> effort() {
        return effort;
    }

    boolean obeys(JsValue schema, JsValue value) throws X {
        if (!(schema instanceof JsObject object)) {
            return schema == Bool.TRUE;
        }
        if (++depth > MAX_DEPTH) {
            throw new TooDeepException();
        }
        for (Map.Entry<String, JsValue> keyword : object.members().entrySet()) {
            effort.spend(1);
            if (!obeys(object, keyword.getKey(), keyword.getValue(), value)) {
                depth--;
                return false;
            }
        }
        depth--;
        return true;
    }

    private boolean obeys(JsObject schema, String keyword, JsValue wanted, JsValue value) throws X {
        return switch (keyword) {
            case "$ref" -> obeys(references.getOrDefault(schema, Bool.FALSE), value);
            case "type" -> {
                effort.spend(wanted instanceof JsArray types ? types.size() : 1);
                yield isOfType(schema, wanted, value);
            }
            case "enum" -> isAmong((JsArray) wanted, value);
            case "const" -> Comparison.isAlike(wanted, value, effort);
            case "not" -> !obeys(wanted, value);
            case "allOf" -> count((JsArray) wanted, value) == ((JsArray) wanted).size();
            case "anyOf" -> anyOf((JsArray) wanted, value);
            case "oneOf" -> count((JsArray) wanted, value) == 1;
            case "if" -> {
                String branch = obeys(wanted, value) ? "then" : "else";
                yield !schema.has(branch) || obeys(schema.get(branch), value);
            }
            case "format" -> SchemaFormats.obeys(((Text) wanted).value(), value, effort);
            default ->
                switch (value) {
                    case Num(double number, var _) -> number(keyword, wanted, number);
                    case Text text -> text(keyword, wanted, text);
                    case JsArray array -> new ArrayCheck<>(this, schema).obeys(keyword, wanted, array);
                    case JsObject object -> new ObjectCheck<>(this, schema).obeys(keyword, wanted, object);
                    default -> true;
                };
        };
    }

    private boolean number(String keyword, JsValue wanted, double number) {
        return switch (keyword) {
            case "minimum" -> number >= number(wanted);
            case "maximum" -> number <= number(wanted);
            case "exclusiveMinimum" -> number > number(wanted);
            case "exclusiveMaximum" -> number < number(wanted);
            case "multipleOf" -> {
                double quotient = number / number(wanted);
                yield quotient == Numbers.parseInt(Numbers.print(quotient));
            }
            default -> true;
        };
    }

    private boolean text(String keyword, JsValue wanted, Text value) throws X {
        Conversions.charge(value, effort);
        String text = value.value();
        return switch (keyword) {
            case "minLength" -> text.codePointCount(0, text.length()) >= number(wanted);
            case "maxLength" -> text.codePointCount(0, text.length()) <= number(wanted);
            case "pattern" -> matches(((Text) wanted).value(), text);
            default -> true;
        };
    }

    /// Whether a pattern of the schema is in a text.
    boolean matches(String pattern, String text) throws X {
        JsRegex regex = patterns.get(pattern);
        return regex != null && regex.find(text, effort);
    }

    private int count(JsArray schemas, JsValue value) throws X {
        effort.spend(schemas.size());
        int count = 0;
        for (JsValue schema : schemas.values()) {
            count += obeys(schema, value) ? 1 : 0;
        }
        return count;
    }

    private boolean anyOf(JsArray schemas, JsValue value) throws X {
        for (JsValue schema : schemas.values()) {
            if (obeys(schema, value)) {
                return true;
            }
        }
        return false;
    }

    private boolean isAmong(JsArray wanted, JsValue value) throws X {
        for (JsValue one : wanted.values()) {
            if (Comparison.isAlike(one, value, effort)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOfType(JsObject schema, JsValue wanted, JsValue value) {
        List<JsValue> types = wanted instanceof JsArray array ? array.values() : List.of(wanted);
        boolean nullable = schema.get("nullable") == Bool.TRUE && value == Null.NULL;
        return nullable || types.stream().anyMatch(type -> type instanceof Text(String name) && isOfType(name, value));
    }

    private static boolean isOfType(String type, JsValue value) {
        return switch (type) {
            case "string" -> value instanceof Text;
            case "number" -> value instanceof Num number && number.isFinite();
            case "integer" -> value instanceof Num number && number.isFinite() && number.isWhole();
            case "boolean" -> value instanceof Bool;
            case "null" -> value == Null.NULL;
            case "array" -> value instanceof JsArray;
            default -> value instanceof JsObject;
        };
    }

    static double number(@Nullable JsValue value) {
        return value instanceof Num(double number, var _) ? number : Double.NaN;
    }
}
