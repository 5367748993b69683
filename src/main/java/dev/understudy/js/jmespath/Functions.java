package dev.understudy.js.jmespath;

import dev.understudy.js.Collation;
import dev.understudy.js.Comparison;
import dev.understudy.js.Comparison.Order;
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
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The functions that expressions call. For one call.
///
/// @param values the arguments, references apart
/// @param references the arguments that are expressions to be applied
record Functions<X extends Exception>(Evaluation<X> evaluation, List<JsValue> values, List<Node> references) {

    private static final Comparator<JsValue> IN_DICTIONARY =
            (one, other) -> Collation.compare(Conversions.toText(one), Conversions.toText(other));

    JsValue call(String name) throws X {
        return switch (name) {
            case "abs" -> new Num(Math.abs(number(0, 1)));
            case "ceil" -> new Num(Math.ceil(number(0, 1)));
            case "floor" -> new Num(Math.floor(number(0, 1)));
            case "avg" -> average();
            case "sum" -> new Num(sum());
            case "max" -> extreme(1);
            case "min" -> extreme(-1);
            case "max_by" -> extremeBy(1);
            case "min_by" -> extremeBy(-1);
            case "sort" -> JsArray.of(sorted(items(0, 1).values(), items(0, 1).values()));
            case "sort_by" -> JsArray.of(sorted(keyed().values(), keys()));
            case "group_by" -> grouped();
            case "map" -> JsArray.of(mapped(items(0, 1)));
            case "contains" -> contains();
            case "length" -> length();
            case "reverse" -> reversed();
            case "join" -> joined();
            case "keys" ->
                JsArray.of(object(0, 1).names().stream().map(Text::new).toList());
            case "values" -> JsArray.of(List.copyOf(object(0, 1).members().values()));
            case "items" -> items();
            case "from_items" -> fromItems();
            case "merge" -> merged();
            case "not_null" ->
                values.stream().filter(value -> !value.isNullish()).findFirst().orElse(Null.NULL);
            case "to_array" -> value(0, 1) instanceof JsArray array ? array : JsArray.of(value(0, 1));
            case "to_number" -> toNumber(value(0, 1));
            case "to_string" -> toText(value(0, 1));
            case "type" -> new Text(type(value(0, 1)));
            case "zip" -> zipped();
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

    private JsArray items(int index, int count) throws X {
        if (value(index, count) instanceof JsArray array) {
            evaluation.effort().spend(array.size());
            return array;
        }
        throw new JmesException("Not an array");
    }

    private JsObject object(int index, int count) throws X {
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

    private JsValue extreme(int sign) throws X {
        List<JsValue> items = items(0, 1).values();
        boolean texts = !items.isEmpty() && items.stream().allMatch(Text.class::isInstance);
        return extreme(items, texts ? IN_DICTIONARY : order(items), sign);
    }

    private JsValue extremeBy(int sign) throws X {
        List<JsValue> keys = keys();
        order(keys);
        JsValue best = Null.NULL;
        JsValue bestKey = new Num(sign * Double.NEGATIVE_INFINITY); // so texts count only if the first is a number
        for (int i = 0; i < keys.size(); i++) {
            if (Comparison.order(keys.get(i), bestKey) == (sign > 0 ? Order.GREATER : Order.LESS)) {
                best = keyed().get(i);
                bestKey = keys.get(i);
            }
        }
        return best;
    }

    private static JsValue extreme(List<JsValue> items, Comparator<JsValue> order, int sign) {
        int best = 0;
        for (int i = 1; i < items.size(); i++) {
            if (sign * order.compare(items.get(i), items.get(best)) > 0) {
                best = i;
            }
        }
        return items.isEmpty() ? Null.NULL : items.get(best);
    }

    private JsArray keyed() throws X {
        if (references.size() != 1) {
            throw new JmesException("An expression is missing");
        }
        return items(0, 1);
    }

    private List<JsValue> keys() throws X {
        return mapped(keyed());
    }

    private List<JsValue> mapped(JsArray items) throws X {
        if (references.size() != 1) {
            throw new JmesException("An expression is missing");
        }
        List<JsValue> mapped = new ArrayList<>();
        for (JsValue item : items.values()) {
            mapped.add(evaluation.of(references.getFirst(), item));
        }
        return mapped;
    }

    private List<JsValue> sorted(List<JsValue> items, List<JsValue> keys) throws X {
        Comparator<JsValue> order = order(keys);
        evaluation.effort().spend(items.size() * 10L);
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            places.add(i);
        }
        places.sort((one, other) -> order.compare(keys.get(one), keys.get(other)));
        return places.stream().map(items::get).toList();
    }

    /// How keys compare, which must all be numbers or all be texts.
    private static Comparator<JsValue> order(List<JsValue> keys) {
        if (keys.stream().allMatch(Num.class::isInstance)) {
            return Comparator.comparingDouble(Operators::number);
        }
        if (keys.stream().allMatch(Text.class::isInstance)) {
            return Comparator.comparing(Conversions::toText);
        }
        throw new JmesException("These do not compare");
    }

    private JsValue grouped() throws X {
        List<JsValue> items = keyed().values();
        List<JsValue> keys = keys();
        Map<String, List<JsValue>> groups = new LinkedHashMap<>();
        for (int i = 0; i < items.size(); i++) {
            if (!(keys.get(i) instanceof Text(String key))) {
                throw new JmesException("Not a text");
            }
            groups.computeIfAbsent(key, _ -> new ArrayList<>()).add(items.get(i));
        }
        JsObject.Builder object = JsObject.builder();
        groups.forEach((key, group) -> object.set(key, JsArray.of(group)));
        return object.build();
    }

    private JsValue contains() throws X {
        JsValue in = value(0, 2);
        JsValue what = value(1, 2);
        if (in instanceof Text(String text) && what instanceof Text(String part)) {
            return Bool.of(text.contains(part));
        }
        for (JsValue item : items(0, 2).values()) {
            if (Operators.isSame(item, what, evaluation.effort())) {
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

    private JsValue items() throws X {
        List<JsValue> items = new ArrayList<>();
        object(0, 1).members().forEach((name, value) -> items.add(JsArray.of(new Text(name), value)));
        return JsArray.of(items);
    }

    private JsValue fromItems() throws X {
        JsObject.Builder object = JsObject.builder();
        for (JsValue item : items(0, 1).values()) {
            if (!(item instanceof JsArray pair && pair.size() == 2 && pair.get(0) instanceof Text(String name))) {
                throw new JmesException("Not a pair");
            }
            object.set(name, pair.get(1));
        }
        return object.build();
    }

    private JsValue merged() throws X {
        JsObject.Builder object = JsObject.builder();
        for (int i = 0; i < values.size(); i++) {
            object.setAll(object(i, values.size()));
        }
        if (values.isEmpty()) {
            throw new JmesException("Nothing to merge");
        }
        return object.build();
    }

    private static JsValue toNumber(JsValue value) {
        if (value instanceof Num) {
            return value;
        }
        double number = value instanceof Text ? Conversions.toNumber(value) : Double.NaN;
        return Double.isNaN(number) ? Null.NULL : new Num(number);
    }

    private JsValue toText(JsValue value) throws X {
        if (value instanceof Text) {
            return value;
        }
        String text = JsJson.print(value).orElse("null");
        evaluation.effort().spend(text.length());
        return new Text(text);
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

    private JsValue zipped() throws X {
        if (values.isEmpty()) {
            throw new JmesException("Nothing to zip");
        }
        List<List<JsValue>> columns = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            columns.add(
                    values.get(i) instanceof Text(String text)
                            ? text.chars()
                                    .<JsValue>mapToObj(c -> new Text(String.valueOf((char) c)))
                                    .toList()
                            : items(i, values.size()).values());
        }
        int size = columns.stream().mapToInt(List::size).min().orElse(0);
        evaluation.effort().spend((long) size * columns.size());
        List<JsValue> rows = new ArrayList<>();
        for (int row = 0; row < size; row++) {
            int at = row;
            rows.add(JsArray.of(columns.stream().map(column -> column.get(at)).toList()));
        }
        return JsArray.of(rows);
    }
}
