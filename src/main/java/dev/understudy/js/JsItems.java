package dev.understudy.js;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;

/// The items of an array, which know how deep lists and objects are nested in them, and what they weigh. Nobody writes
/// to them.
final class JsItems extends AbstractList<JsValue> implements RandomAccess {

    private final JsValue[] items;
    private final int depth;
    private final long weight;

    JsItems(List<? extends JsValue> items) {
        this.items = items.toArray(new JsValue[0]);
        int deepest = 0;
        long sum = JsValue.WEIGHT;
        for (JsValue item : this.items) {
            deepest = Math.max(deepest, item.depth());
            sum = Math.min(JsValue.MAX_WEIGHT, sum + item.weight());
        }
        depth = deepest + 1;
        weight = sum;
    }

    long weight() {
        return weight;
    }

    int depth() {
        return depth;
    }

    @Override
    public JsValue get(int index) {
        return items[index];
    }

    @Override
    public int size() {
        return items.length;
    }
}
