package dev.understudy.template.helper.list;

import dev.understudy.js.Collation;
import dev.understudy.js.JsArray;
import dev.understudy.js.JsValue;
import dev.understudy.js.JsValue.Text;
import dev.understudy.js.JsValue.Undefined;
import dev.understudy.template.helper.HelperCall;
import dev.understudy.template.helper.TextConversion;
import dev.understudy.template.helper.ValueTypes;
import dev.understudy.template.scope.Budget;
import dev.understudy.template.scope.TemplateException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Puts values in order as JavaScript's `sort` does: by numbers, or as people sort words.
final class Sorting {

    /// Characters that are compared for one step.
    private static final int PER_STEP = 16;

    private static final int SMALL = 32;

    private Sorting() {}

    /// The items in the order of their keys; undefined items come last. Numbers that are none stand wherever they are.
    ///
    /// @param items with their keys in the other list
    /// @param words whether the keys are compared as words
    static JsArray sorted(List<JsValue> items, List<JsValue> keys, boolean words, boolean descending, Budget budget)
            throws TemplateException {
        pay(keys, budget);
        List<Integer> order = new ArrayList<>();
        List<JsValue> missing = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i) == Undefined.UNDEFINED) {
                missing.add(Undefined.UNDEFINED);
            } else {
                order.add(i);
            }
        }
        sort(order, comparator(keys, words, budget));
        List<JsValue> sorted = new ArrayList<>(items.size());
        order.forEach(i -> sorted.add(items.get(i)));
        sorted.addAll(missing);
        return JsArray.of(descending ? sorted.reversed() : sorted);
    }

    private static Comparator<Integer> comparator(List<JsValue> keys, boolean words, Budget budget)
            throws TemplateException {
        if (words) {
            List<String> texts = new ArrayList<>();
            for (JsValue key : keys) {
                texts.add(TextConversion.of(key, budget));
            }
            return (one, other) -> Collation.compare(texts.get(one), texts.get(other));
        }
        double[] numbers = new double[keys.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = TextConversion.number(keys.get(i), budget);
        }
        return (one, other) -> {
            double difference = numbers[one] - numbers[other];
            return difference < 0 ? -1 : difference > 0 ? 1 : 0;
        };
    }

    private static void pay(List<JsValue> keys, Budget budget) throws TemplateException {
        long size = keys.size();
        for (JsValue key : keys) {
            size += key instanceof Text(String text) ? text.length() / PER_STEP : 0;
        }
        int turns = Integer.SIZE - Integer.numberOfLeadingZeros(keys.size());
        budget.step(size * turns);
    }

    /// An order that contradicts itself, which numbers that are none can make, is not an error.
    private static void sort(List<Integer> order, Comparator<Integer> comparator) {
        if (order.size() < SMALL) {
            order.sort(comparator);
            return;
        }
        int half = order.size() / 2;
        List<Integer> left = new ArrayList<>(order.subList(0, half));
        List<Integer> right = new ArrayList<>(order.subList(half, order.size()));
        sort(left, comparator);
        sort(right, comparator);
        int l = 0;
        int r = 0;
        for (int i = 0; i < order.size(); i++) {
            boolean takeRight =
                    l == left.size() || (r < right.size() && comparator.compare(right.get(r), left.get(l)) < 0);
            order.set(i, takeRight ? right.get(r++) : left.get(l++));
        }
    }

    /// Whether an argument says `desc`.
    static boolean isDescending(HelperCall call, int index) throws TemplateException {
        if (call.count() <= index) {
            return false;
        }
        if (call.plain(index) instanceof Text(String order)) {
            return order.equalsIgnoreCase("desc");
        }
        throw ValueTypes.noFunction(call.plain(index), "(0 , utils_1.fromSafeString)(...)", "toLowerCase");
    }

    /// Complains in the reference's words about a value that can't be compared as a word.
    static void requireWord(JsValue value, String expression) throws TemplateException {
        if (!(value instanceof Text)) {
            throw ValueTypes.noFunction(value, expression, "localeCompare");
        }
    }
}
