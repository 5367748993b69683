package dev.understudy.mock.request;

import dev.understudy.js.JsObject;
import dev.understudy.js.JsValue;
import dev.understudy.mock.request.FormTree.Fields;
import dev.understudy.mock.request.FormTree.Items;
import dev.understudy.mock.request.FormTree.Leaf;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The fields of a multipart form: names with brackets make objects and arrays, and what comes twice becomes an
/// array. For one form on one thread.
final class FormFields {

    /// Arrays may have gaps, and gaps cost memory: together they have at most so many places.
    static final int MAX_PLACES = 200_000;

    private static final Set<String> REFUSED = Set.of("__proto__", "constructor", "prototype");

    private final Fields root = new Fields();

    /// Empty if its arrays would have too many places.
    Optional<JsObject> value() {
        return FormTree.places(root) <= MAX_PLACES && FormTree.withHoles(root) instanceof JsObject object
                ? Optional.of(object)
                : Optional.empty();
    }

    void add(String name, JsValue value) {
        FormTree before = root.members.get(name);
        boolean again = !name.contains("[") && before != null && !(before instanceof Items);
        if (again) {
            root.members.put(name, Items.of(List.of(before)));
        }
        List<FieldStep> steps = FieldStep.parse(again ? name + "[]" : name);
        if (!name.isEmpty() && steps.stream().noneMatch(step -> REFUSED.contains(step.name()))) {
            put(root, steps, 0, new Leaf(value));
        }
    }

    private static void put(FormTree container, List<FieldStep> steps, int at, Leaf value) {
        FieldStep step = steps.get(at);
        @Nullable FormTree before = step.in(container);
        if (at == steps.size() - 1) {
            last(container, step, before, value);
            return;
        }
        boolean arrayNext = steps.get(at + 1).isIndex();
        FormTree inside = switch (before) {
            case null -> arrayNext ? new Items() : new Fields();
            case Fields fields -> fields;
            case Items items -> arrayNext ? items : items.asFields();
            case Leaf leaf -> {
                Fields fields = new Fields();
                fields.members.put("", leaf);
                yield fields;
            }
        };
        step.put(container, inside);
        put(inside, steps, at + 1, value);
    }

    private static void last(FormTree container, FieldStep step, @Nullable FormTree before, Leaf value) {
        switch (before) {
            case null -> step.put(container, step.append() ? Items.of(List.of(value)) : value);
            case Items items -> items.add(value);
            case Fields fields
            when fields.members.containsKey("") -> {
                FieldStep unnamed = new FieldStep("", false, false);
                last(fields, unnamed, unnamed.in(fields), value);
            }
            case Fields fields -> step.put(container, Items.of(List.of(fields, value)));
            case Leaf leaf -> step.put(container, Items.of(List.of(leaf, value)));
        }
    }
}
