package dev.understudy.js.jmespath;

import dev.understudy.js.Effort;
import dev.understudy.js.JsArray;
import dev.understudy.js.JsValue;
import dev.understudy.js.JsValue.Null;
import dev.understudy.js.JsValue.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/// Parts of arrays, and of texts by their characters.
final class Slices {

    private Slices() {}

    static <X extends Exception> JsValue slice(JsValue value, JmesNode.Slice slice, Effort<X> effort) throws X {
        if (value instanceof JsArray array) {
            effort.spend(array.size());
            return JsArray.of(taken(array.values(), slice));
        }
        if (value instanceof Text(String text)) {
            effort.spend(text.length());
            StringBuilder out = new StringBuilder();
            List<Integer> characters = text.codePoints().boxed().toList();
            taken(characters, slice).forEach(out::appendCodePoint);
            return new Text(out.toString());
        }
        return Null.NULL;
    }

    private static <T> List<T> taken(List<T> items, JmesNode.Slice slice) {
        int step = slice.step().orElse(1);
        if (step == 0) {
            throw new JmesException("A step must not be 0");
        }
        int size = items.size();
        int start = bound(slice.start(), size, step, step < 0 ? size - 1 : 0);
        int stop = bound(slice.stop(), size, step, step < 0 ? -1 : size);
        List<T> taken = new ArrayList<>();
        for (long at = start; step > 0 ? at < stop : at > stop; at += step) {
            taken.add(items.get((int) at));
        }
        return taken;
    }

    private static int bound(OptionalInt given, int size, int step, int otherwise) {
        if (given.isEmpty()) {
            return otherwise;
        }
        int index = given.getAsInt() < 0 ? given.getAsInt() + size : given.getAsInt();
        int lowest = step < 0 ? -1 : 0;
        int highest = step < 0 ? size - 1 : size;
        return Math.min(Math.max(index, lowest), highest);
    }
}
