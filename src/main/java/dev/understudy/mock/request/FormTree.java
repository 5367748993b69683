package dev.understudy.mock.request;

import dev.understudy.js.JsArray;
import dev.understudy.js.JsObject;
import dev.understudy.js.JsValue;
import dev.understudy.js.JsValue.Undefined;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The fields of a form while they are put together from names with brackets. For one form on one thread.
sealed interface FormTree {

    /// A value.
    record Leaf(JsValue value) implements FormTree {
        static Leaf text(String text) {
            return new Leaf(new JsValue.Text(text));
        }

        boolean isEmptyText() {
            return value instanceof JsValue.Text(String text) && text.isEmpty();
        }
    }

    /// An array, perhaps with holes.
    record Items(TreeMap<Integer, FormTree> at) implements FormTree {
        Items() {
            this(new TreeMap<>());
        }

        static Items of(List<FormTree> values) {
            Items items = new Items();
            values.forEach(items::add);
            return items;
        }

        int length() {
            return at.isEmpty() ? 0 : at.lastKey() + 1;
        }

        void add(FormTree value) {
            at.put(length(), value);
        }

        Fields asFields() {
            Fields fields = new Fields();
            at.forEach((index, value) -> fields.members.put(Integer.toString(index), value));
            return fields;
        }
    }

    /// An object.
    final class Fields implements FormTree {
        final Map<String, FormTree> members = new LinkedHashMap<>();

        /// The highest index if this was an array that became too long; -1 if it was not.
        private int last = -1;

        boolean wasTooLong() {
            return last >= 0;
        }

        int last() {
            return last;
        }

        Fields tooLong(int highest) {
            last = highest;
            return this;
        }

        void addLast(FormTree value) {
            members.put(Integer.toString(++last), value);
        }
    }

    /// The value that came of it, with holes closed.
    static JsValue compact(FormTree tree) {
        return switch (tree) {
            case Leaf(JsValue value) -> value;
            case Items(TreeMap<Integer, FormTree> at) ->
                JsArray.of(at.values().stream().map(FormTree::compact).toList());
            case Fields fields -> {
                JsObject.Builder object = JsObject.builder();
                fields.members.forEach((name, value) -> object.set(name, compact(value)));
                yield object.build();
            }
        };
    }

    /// The value that came of it, with holes left open.
    static JsValue withHoles(FormTree tree) {
        return switch (tree) {
            case Leaf(JsValue value) -> value;
            case Items items -> {
                List<JsValue> values = new ArrayList<>();
                items.at().forEach((index, value) -> {
                    while (values.size() < index) {
                        values.add(Undefined.UNDEFINED);
                    }
                    values.add(withHoles(value));
                });
                yield JsArray.of(values);
            }
            case Fields fields -> {
                JsObject.Builder object = JsObject.builder();
                fields.members.forEach((name, value) -> object.set(name, withHoles(value)));
                yield object.build();
            }
        };
    }

    /// Places of arrays that [#withHoles] would make.
    static long places(FormTree tree) {
        return switch (tree) {
            case Leaf _ -> 1;
            case Items items ->
                items.length()
                        + items.at().values().stream()
                                .mapToLong(FormTree::places)
                                .sum();
            case Fields fields ->
                fields.members.values().stream().mapToLong(FormTree::places).sum();
        };
    }
}
