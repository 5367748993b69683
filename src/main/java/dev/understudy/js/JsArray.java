package dev.understudy.js;

import dev.understudy.js.JsValue.Undefined;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A list of values without gaps. Equal to another one with equal values; JavaScript's `===` is [Comparison].
public record JsArray(List<JsValue> values) implements JsValue {

    public static final JsArray EMPTY = new JsArray(List.of());

    public JsArray {
        values = values instanceof JsItems ? values : new JsItems(values);
    }

    @Override
    public int depth() {
        return values instanceof JsItems items ? items.depth() : 0;
    }

    @Override
    public long weight() {
        return values instanceof JsItems items ? items.weight() : WEIGHT;
    }

    /// Of a list that nobody writes to any more.
    public static JsArray of(List<? extends JsValue> values) {
        return new JsArray(new JsItems(values));
    }

    public static JsArray of(JsValue... values) {
        return new JsArray(Arrays.asList(values));
    }

    public int size() {
        return values.size();
    }

    /// The value at a place; undefined if there is none.
    public JsValue get(int index) {
        return index >= 0 && index < values.size() ? values.get(index) : Undefined.UNDEFINED;
    }

    public JsArray plus(JsValue value) {
        List<JsValue> copy = new ArrayList<>(values.size() + 1);
        copy.addAll(values);
        copy.add(value);
        return new JsArray(copy);
    }

    /// With another value at a place; places between the end and it become undefined.
    public JsArray with(int index, JsValue value) {
        List<JsValue> copy = new ArrayList<>(values);
        while (copy.size() <= index) {
            copy.add(Undefined.UNDEFINED);
        }
        copy.set(index, value);
        return new JsArray(copy);
    }

    /// Without the value at a place; the same if there is none.
    public JsArray without(int index) {
        if (index < 0 || index >= values.size()) {
            return this;
        }
        List<JsValue> copy = new ArrayList<>(values);
        copy.remove(index);
        return new JsArray(copy);
    }
}
