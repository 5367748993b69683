package dev.understudy.mock.crud;

import dev.understudy.js.JsValue;
import dev.understudy.js.JsValue.Num;
import dev.understudy.js.JsValue.Text;
import dev.understudy.template.scope.Budget;
import dev.understudy.template.scope.TemplateException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/// Sorts by keys that are all texts or all numbers, which is what lists mostly have and what has an order without
/// contradictions, and only as far as somebody looks.
///
/// @param descending whether the greatest comes first
record UniformKeys(boolean descending, Budget budget) {

    /// Where less than this share of a list is wanted, the rest is not sorted.
    private static final int SHARE = 8;

    private record Placed(StableSort.Keyed keyed, int place) {}

    /// Whether the keys are all of one kind.
    static boolean of(List<StableSort.Keyed> items) {
        return items.stream().allMatch(item -> item.key() instanceof Text)
                || items.stream()
                        .allMatch(item -> item.key() instanceof Num(double number, var _) && !Double.isNaN(number));
    }

    /// The list in order, at least as far as the end; what is behind it may be missing.
    ///
    /// @throws TemplateException if the budget is used up
    List<JsValue> first(List<StableSort.Keyed> items, int end) throws TemplateException {
        budget.step(items.size()
                * (long) (end < items.size() / SHARE ? 2 : Integer.SIZE - Integer.numberOfLeadingZeros(items.size())));
        Comparator<StableSort.Keyed> order = order();
        if (end >= items.size() / SHARE) {
            StableSort.Keyed[] sorted = items.toArray(StableSort.Keyed[]::new);
            Arrays.sort(sorted, order);
            return Arrays.stream(sorted).map(StableSort.Keyed::item).toList();
        }
        // the last one of the best so far is on top, so that most items cost one look
        Comparator<Placed> best = Comparator.comparing(Placed::keyed, order).thenComparingInt(Placed::place);
        PriorityQueue<Placed> first = new PriorityQueue<>(end + 1, best.reversed());
        for (int at = 0; at < items.size(); at++) {
            Placed item = new Placed(items.get(at), at);
            Placed last = first.peek();
            if (first.size() < end) {
                first.add(item);
            } else if (last != null && best.compare(item, last) < 0) {
                first.poll();
                first.add(item);
            }
        }
        return first.stream().sorted(best).map(item -> item.keyed().item()).toList();
    }

    private Comparator<StableSort.Keyed> order() {
        Comparator<StableSort.Keyed> ascending = (one, other) -> switch (one.key()) {
            case Text(String text) when other.key() instanceof Text(String second) -> text.compareTo(second);
            case Num(double number, var _)
            when other.key() instanceof Num(double second, var _) -> number < second ? -1 : number > second ? 1 : 0;
            default -> 0;
        };
        return descending ? ascending.reversed() : ascending;
    }
}
