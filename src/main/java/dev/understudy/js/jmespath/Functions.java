package dev.understudy.js.jmespath;

import dev.understudy.js.Comparison;
import dev.understudy.js.Conversions;
import dev.understudy.js.JsArray;
import dev.understudy.js.JsJson;
import dev.understudy.js.JsObject;
import dev.understudy.js.JsValue;
import dev.understudy.js.JsValue.Big;
import dev.understudy.js.JsValue.Bool;
import dev.understudy.js.JsValue.Moment;
import dev.understudy.js.JsValue.Null;
import dev.understudy.js.JsValue.Num;
import dev.understudy.js.JsValue.SafeText;
import dev.understudy.js.JsValue.Text;
import dev.understudy.js.JsValue.Undefined;
import dev.understudy.js.Numbers;
import dev.understudy.js.TextSearch;
import java.util.List;

/// The functions that expressions call. For one call.
///
/// @param values the arguments, references apart
/// @param references the arguments that are expressions to be applied
record Functions<X extends Exception>(JmesEvaluation<X> evaluation, List<JsValue> values, List<JmesNode> references) {

    JsValue call(String name) throws X {
        return switch (name) {
            case "abs" -> new Num(Math.abs(number(0, 1)));
            case "ceil" -> new Num(Math.ceil(number(0, 1)));
            case "floor" -> new Num(Math.floor(number(0, 1)));
            case "avg" -> average();
            case "sum" -> new Num(sum());
            case "contains" -> contains();
            case "length" -> length();
            case "reverse" -> reversed();
            case "join" -> joined();
            case "not_null" ->
                values.stream().filter(value -> !value.isNullish()).findFirst().orElse(Null.NULL);
            case "to_array" -> value(0, 1) instanceof JsArray array ? array : JsArray.of(value(0, 1));
            case "to_number" -> toNumber(value(0, 1));
            case "to_string" -> toText(value(0, 1));
            case "type" -> new Text(type(value(0, 1)));
            case "max", "min", "max_by", "min_by", "sort", "sort_by", "group_by", "map" ->
                new OrderFunctions<>(this).call(name);
            case "keys", "values", "items", "from_items", "merge", "zip" -> new ShapeFunctions<>(this).call(name);
            default -> new TextFunctions<>(this).call(name);
        };
    }

    /// An argument of a function that takes so many.
    JsValue value(int index, int count) {
        return value(index, count, count);
    }

    JsValue value(int index, int min, int max) {
        if (values.size() < min || values.size() > max) {
            throw new JmesException("Wrong number of arguments");
        }
        return values.get(index);
    }

    private double number(int index, int count) {
        return Operators.number(value(index, count));
    }

    JsArray items(int index, int count) throws X {
        if (value(index, count) instanceof JsArray array) {
            evaluation.effort().spend(array.size());
            return array;
        }
        throw new JmesException("Not an array");
    }

    JsObject object(int index, int count) throws X {
        if (value(index, count) instanceof JsObject object) {
            evaluation.effort().spend(object.size());
            return object;
        }
        throw new JmesException("Not an object");
    }

    private double sum() throws X {
        double sum = 0;
        for (JsValue value : items(0, 1).values()) {
            sum += Operators.number(value);
        }
        return sum;
    }

    private JsValue average() throws X {
        int size = items(0, 1).size();
        return size == 0 ? Null.NULL : new Num(sum() / size);
    }

    private JsValue contains() throws X {
        JsValue in = value(0, 2);
        JsValue what = value(1, 2);
        if (in instanceof Text(String text) && what instanceof Text(String part)) {
            return Bool.of(TextSearch.find(text, part, 0, evaluation.effort()) >= 0);
        }
        for (JsValue item : items(0, 2).values()) {
            if (Comparison.isAlike(item, what, evaluation.effort())) {
                return Bool.TRUE;
            }
        }
        return Bool.FALSE;
    }

    private JsValue length() {
        return new Num(
                switch (value(0, 1)) {
                    case Text(String text) -> text.codePointCount(0, text.length());
                    case JsArray array -> array.size();
                    case JsObject object -> object.size();
                    default -> throw new JmesException("It has no length");
                });
    }

    private JsValue reversed() throws X {
        if (value(0, 1) instanceof Text(String text)) {
            evaluation.effort().spend(text.length());
            return new Text(new StringBuilder(text).reverse().toString());
        }
        return JsArray.of(items(0, 1).values().reversed());
    }

    private JsValue joined() throws X {
        if (!(value(0, 2) instanceof Text(String separator))) {
            throw new JmesException("Not a text");
        }
        JsArray texts = items(1, 2);
        long length = (long) separator.length() * texts.size();
        for (JsValue text : texts.values()) {
            if (!(text instanceof Text(String part))) {
                throw new JmesException("Not a text");
            }
            length += part.length();
        }
        evaluation.effort().spend(length);
        return new Text(Conversions.joined(texts, separator));
    }

    private static JsValue toNumber(JsValue value) {
        if (value instanceof Num) {
            return value;
        }
        Num number = value instanceof Text(String text) ? Numbers.read(text) : new Num(Double.NaN);
        return Double.isNaN(number.value()) ? Null.NULL : number;
    }

    private JsValue toText(JsValue value) throws X {
        if (value instanceof Text) {
            return value;
        }
        if (value.depth() > JsJson.MAX_DEPTH) {
            throw new JmesException("Nested too deep");
        }
        return new Text(JsJson.print(value, 0, evaluation.effort()).orElse("null"));
    }

    private static String type(JsValue value) {
        return switch (value) {
            case Undefined _, Null _ -> "null";
            case Bool _ -> "boolean";
            case Num _, Big _ -> "number";
            case Text _ -> "string";
            case JsArray _ -> "array";
            case Moment _, SafeText _, JsObject _ -> "object";
        };
    }
}
