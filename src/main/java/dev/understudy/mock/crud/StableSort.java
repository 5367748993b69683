package dev.understudy.mock.crud;

import dev.understudy.js.Comparison;
import dev.understudy.js.Comparison.Order;
import dev.understudy.js.Conversions;
import dev.understudy.js.JsValue;
import dev.understudy.template.scope.Budget;
import dev.understudy.template.scope.TemplateException;
import java.util.ArrayList;
import java.util.List;

/// Sorts by JavaScript's `<`, which not all values have an order in: unlike the sort of Java it has to bear an order
/// that contradicts itself. Short lists come out as V8's sort leaves them even then.
///
/// @param descending whether the greatest comes first
record StableSort(boolean descending, Budget budget) {

    private static final int SHORT = 64;

    /// An item and what it is sorted by.
    record Keyed(JsValue key, JsValue item) {}

    List<JsValue> sort(List<Keyed> items) throws TemplateException {
        budget.step(items.size());
        return sorted(items).stream().map(Keyed::item).toList();
    }

    private List<Keyed> sorted(List<Keyed> items) throws TemplateException {
        if (items.size() < SHORT) {
            return insertionSorted(items);
        }
        int middle = items.size() / 2;
        return merged(sorted(items.subList(0, middle)), sorted(items.subList(middle, items.size())));
    }

    private List<Keyed> insertionSorted(List<Keyed> items) throws TemplateException {
        List<Keyed> sorted = firstRun(items);
        for (int at = sorted.size(); at < items.size(); at++) {
            Keyed pivot = items.get(at);
            int left = 0;
            int right = sorted.size();
            while (left < right) {
                int middle = (left + right) >>> 1;
                if (isBefore(pivot, sorted.get(middle))) {
                    right = middle;
                } else {
                    left = middle + 1;
                }
            }
            sorted.add(left, pivot);
        }
        return sorted;
    }

    /// The items at the start that are in order already, or in reverse order, which is turned round.
    private List<Keyed> firstRun(List<Keyed> items) throws TemplateException {
        if (items.size() < 2) {
            return new ArrayList<>(items);
        }
        boolean falling = isBefore(items.get(1), items.get(0));
        int end = 2;
        while (end < items.size() && isBefore(items.get(end), items.get(end - 1)) == falling) {
            end++;
        }
        List<Keyed> run = new ArrayList<>(items.subList(0, end));
        return falling ? new ArrayList<>(run.reversed()) : run;
    }

    private List<Keyed> merged(List<Keyed> one, List<Keyed> other) throws TemplateException {
        List<Keyed> merged = new ArrayList<>(one.size() + other.size());
        int left = 0;
        int right = 0;
        while (left < one.size() && right < other.size()) {
            Keyed first = one.get(left);
            Keyed second = other.get(right);
            boolean swapped = isBefore(second, first);
            merged.add(swapped ? second : first);
            left += swapped ? 0 : 1;
            right += swapped ? 1 : 0;
        }
        merged.addAll(one.subList(left, one.size()));
        merged.addAll(other.subList(right, other.size()));
        return merged;
    }

    private boolean isBefore(Keyed one, Keyed other) throws TemplateException {
        budget.step(1);
        Conversions.charge(one.key(), budget::step);
        Conversions.charge(other.key(), budget::step);
        return Comparison.order(one.key(), other.key()) == (descending ? Order.GREATER : Order.LESS);
    }
}
