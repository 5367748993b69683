package dev.understudy.js.schema;

import dev.understudy.js.Effort;
import dev.understudy.js.JsArray;
import dev.understudy.js.JsObject;
import dev.understudy.js.JsValue;
import dev.understudy.js.JsValue.Bool;
import dev.understudy.js.JsValue.Null;
import dev.understudy.js.JsValue.Num;
import dev.understudy.js.JsValue.Text;
import dev.understudy.js.JsValue.Undefined;
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
            case "type" -> isOfType(schema, wanted, value);
            case "enum" -> isAmong((JsArray) wanted, value);
            case "const" -> Sameness.isSame(wanted, value, effort);
            case "not" -> !obeys(wanted, value);
            case "allOf" -> count((JsArray) wanted, value) == ((JsArray) wanted).size();
            case "anyOf" -> anyOf((JsArray) wanted, value);
            case "oneOf" -> count((JsArray) wanted, value) == 1;
            case "if" -> {
                String branch = obeys(wanted, value) ? "then" : "else";
                yield !schema.has(branch) || obeys(schema.get(branch), value);
            }
            case "format" -> Formats.obeys(((Text) wanted).value(), value, effort);
            default ->
                switch (value) {
                    case Num(double number) -> number(keyword, wanted, number);
                    case Text(String text) -> text(keyword, wanted, text);
                    case JsArray array -> array(schema, keyword, wanted, array);
                    case JsObject object -> object(schema, keyword, wanted, object);
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

    private boolean text(String keyword, JsValue wanted, String text) throws X {
        return switch (keyword) {
            case "minLength" -> text.codePointCount(0, text.length()) >= number(wanted);
            case "maxLength" -> text.codePointCount(0, text.length()) <= number(wanted);
            case "pattern" -> matches(((Text) wanted).value(), text);
            default -> true;
        };
    }

    private boolean matches(String pattern, String text) throws X {
        JsRegex regex = patterns.get(pattern);
        return regex != null && regex.find(text, effort);
    }

    private boolean array(JsObject schema, String keyword, JsValue wanted, JsArray array) throws X {
        return switch (keyword) {
            case "minItems" -> array.size() >= number(wanted);
            case "maxItems" -> array.size() <= number(wanted);
            case "uniqueItems" -> wanted != Bool.TRUE || Sameness.areDifferent(array, effort);
            case "contains" -> containsOne(wanted, array);
            case "items" -> items(schema, wanted, array);
            default -> true;
        };
    }

    private boolean items(JsObject schema, JsValue wanted, JsArray array) throws X {
        for (int i = 0; i < array.size(); i++) {
            JsValue item = wanted;
            if (wanted instanceof JsArray tuple) {
                boolean more = i >= tuple.size();
                item = more ? schema.has("additionalItems") ? schema.get("additionalItems") : Bool.TRUE : tuple.get(i);
            }
            if (!obeys(item, array.get(i))) {
                return false;
            }
        }
        return true;
    }

    private boolean containsOne(JsValue wanted, JsArray array) throws X {
        for (JsValue item : array.values()) {
            if (obeys(wanted, item)) {
                return true;
            }
        }
        return false;
    }

    private boolean object(JsObject schema, String keyword, JsValue wanted, JsObject object) throws X {
        return switch (keyword) {
            case "minProperties" -> object.size() >= number(wanted);
            case "maxProperties" -> object.size() <= number(wanted);
            case "required" -> hasAll((JsArray) wanted, object);
            case "properties" -> properties((JsObject) wanted, object);
            case "patternProperties" -> patternProperties((JsObject) wanted, object);
            case "additionalProperties" -> additionalProperties(schema, wanted, object);
            case "propertyNames" -> names(wanted, object);
            case "dependencies" -> dependencies((JsObject) wanted, object);
            default -> true;
        };
    }

    private static boolean hasAll(JsArray names, JsObject object) {
        return names.values().stream()
                .allMatch(name -> name instanceof Text(String text) && object.get(text) != Undefined.UNDEFINED);
    }

    private boolean properties(JsObject wanted, JsObject object) throws X {
        for (Map.Entry<String, JsValue> property : wanted.members().entrySet()) {
            JsValue value = object.get(property.getKey());
            if (value != Undefined.UNDEFINED && !obeys(property.getValue(), value)) {
                return false;
            }
        }
        return true;
    }

    private boolean patternProperties(JsObject wanted, JsObject object) throws X {
        for (Map.Entry<String, JsValue> pattern : wanted.members().entrySet()) {
            for (Map.Entry<String, JsValue> member : object.members().entrySet()) {
                if (matches(pattern.getKey(), member.getKey()) && !obeys(pattern.getValue(), member.getValue())) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean additionalProperties(JsObject schema, JsValue wanted, JsObject object) throws X {
        for (Map.Entry<String, JsValue> member : object.members().entrySet()) {
            effort.spend(1);
            boolean named = schema.get("properties") instanceof JsObject known && known.has(member.getKey());
            if (!named && !isPatterned(schema, member.getKey()) && !obeys(wanted, member.getValue())) {
                return false;
            }
        }
        return true;
    }

    private boolean isPatterned(JsObject schema, String name) throws X {
        if (schema.get("patternProperties") instanceof JsObject wanted) {
            for (String pattern : wanted.names()) {
                if (matches(pattern, name)) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean names(JsValue wanted, JsObject object) throws X {
        for (String name : object.names()) {
            if (!obeys(wanted, new Text(name))) {
                return false;
            }
        }
        return true;
    }

    private boolean dependencies(JsObject wanted, JsObject object) throws X {
        for (Map.Entry<String, JsValue> dependency : wanted.members().entrySet()) {
            if (object.get(dependency.getKey()) != Undefined.UNDEFINED
                    && !(dependency.getValue() instanceof JsArray names
                            ? hasAll(names, object)
                            : obeys(dependency.getValue(), object))) {
                return false;
            }
        }
        return true;
    }

    private int count(JsArray schemas, JsValue value) throws X {
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
            if (Sameness.isSame(one, value, effort)) {
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
            case "number" -> value instanceof Num(double number) && Double.isFinite(number);
            case "integer" -> value instanceof Num(double number) && Double.isFinite(number) && number % 1 == 0;
            case "boolean" -> value instanceof Bool;
            case "null" -> value == Null.NULL;
            case "array" -> value instanceof JsArray;
            default -> value instanceof JsObject;
        };
    }

    private static double number(@Nullable JsValue value) {
        return value instanceof Num(double number) ? number : Double.NaN;
    }
}
