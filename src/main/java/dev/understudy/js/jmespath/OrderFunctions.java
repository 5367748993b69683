package dev.understudy.js.jmespath;

import dev.understudy.js.Collation;
import dev.understudy.js.Comparison;
import dev.understudy.js.Comparison.Order;
import dev.understudy.js.Conversions;
import dev.understudy.js.JsArray;
import dev.understudy.js.JsObject;
import dev.understudy.js.JsValue;
import dev.understudy.js.JsValue.Null;
import dev.understudy.js.JsValue.Num;
import dev.understudy.js.JsValue.Text;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The functions that look at keys of items: to compare them, to sort by them, to gather by them. For one call.
record OrderFunctions<X extends Exception>(Functions<X> call) {

    private static final Comparator<JsValue> IN_DICTIONARY =
            (one, other) -> Collation.compare(Conversions.toText(one), Conversions.toText(other));

    JsValue call(String name) throws X {
        return switch (name) {
            case "max" -> extreme(1);
            case "min" -> extreme(-1);
            case "max_by" -> extremeBy(1);
            case "min_by" -> extremeBy(-1);
            case "sort" -> sorted(call.items(0, 1).values(), call.items(0, 1).values());
            case "sort_by" -> sorted(keyed().values(), mapped(keyed()));
            case "group_by" -> grouped();
            default -> JsArray.of(mapped(call.items(0, 1)));
        };
    }

    private JsValue extreme(int sign) throws X {
        List<JsValue> items = call.items(0, 1).values();
        payToCompare(items);
        boolean texts = !items.isEmpty() && items.stream().allMatch(Text.class::isInstance);
        return extreme(items, texts ? IN_DICTIONARY : order(items), sign);
    }

    private JsValue extremeBy(int sign) throws X {
        JsArray items = keyed();
        List<JsValue> keys = mapped(items);
        payToCompare(keys);
        order(keys);
        JsValue best = Null.NULL;
        JsValue bestKey = new Num(sign * Double.NEGATIVE_INFINITY); // so texts count only if the first is a number
        for (int i = 0; i < keys.size(); i++) {
            if (Comparison.order(keys.get(i), bestKey) == (sign > 0 ? Order.GREATER : Order.LESS)) {
                best = items.get(i);
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
        if (call.references().size() != 1) {
            throw new JmesException("An expression is missing");
        }
        return call.items(0, 1);
    }

    private List<JsValue> mapped(JsArray items) throws X {
        if (call.references().size() != 1) {
            throw new JmesException("An expression is missing");
        }
        List<JsValue> mapped = new ArrayList<>();
        for (JsValue item : items.values()) {
            mapped.add(call.evaluation().of(call.references().getFirst(), item));
        }
        return mapped;
    }

    private JsArray sorted(List<JsValue> items, List<JsValue> keys) throws X {
        Comparator<JsValue> order = order(keys);
        payToCompare(keys);
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            places.add(i);
        }
        places.sort((one, other) -> order.compare(keys.get(one), keys.get(other)));
        return JsArray.of(places.stream().map(items::get).toList());
    }

    /// As if they were sorted.
    private void payToCompare(List<JsValue> keys) throws X {
        long size = keys.size();
        for (JsValue key : keys) {
            size += key.weight() / JsValue.WEIGHT;
        }
        int turns = Integer.SIZE - Integer.numberOfLeadingZeros(keys.size());
        call.evaluation().effort().spend(size * turns);
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
        List<JsValue> keys = mapped(keyed());
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
}
