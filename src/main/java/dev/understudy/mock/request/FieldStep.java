package dev.understudy.mock.request;

import dev.understudy.mock.request.FormTree.Fields;
import dev.understudy.mock.request.FormTree.Items;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// One step of a field's name: `a[b][0][]` is `a`, `b`, and the index 0 to which is appended.
///
/// @param isIndex whether it is a place of an array
record FieldStep(String name, boolean isIndex, boolean append) {

    private static final int MAX_INDEX = 10_000;
    private static final Pattern INDEX = Pattern.compile("\\[(\\d{1,9})\\]");
    private static final Pattern NAME = Pattern.compile("\\[([^\\]]+)\\]");

    /// The steps; a name whose brackets can't be read is one step.
    static List<FieldStep> parse(String name) {
        int at = name.indexOf('[');
        if (at < 0) {
            return List.of(new FieldStep(name, false, false));
        }
        List<FieldStep> steps = new ArrayList<>();
        steps.add(new FieldStep(name.substring(0, at), false, false));
        Matcher index = INDEX.matcher(name);
        Matcher named = NAME.matcher(name);
        while (at < name.length()) {
            if (name.startsWith("[]", at)) {
                at += 2;
                steps.set(steps.size() - 1, steps.getLast().appending());
                if (at != name.length()) {
                    return whole(name);
                }
            } else if (index.region(at, name.length()).lookingAt()) {
                if (Integer.parseInt(index.group(1)) > MAX_INDEX) {
                    return whole(name);
                }
                steps.add(new FieldStep(index.group(1), true, false));
                at = index.end();
            } else if (named.region(at, name.length()).lookingAt()) {
                steps.add(new FieldStep(named.group(1), false, false));
                at = named.end();
            } else {
                return whole(name);
            }
        }
        return steps.getFirst().name().isEmpty() ? whole(name) : steps;
    }

    @Nullable
    FormTree in(FormTree container) {
        return switch (container) {
            case Items items -> isIndex ? items.at().get(Integer.parseInt(name)) : null;
            case Fields fields -> fields.members.get(key());
            case FormTree.Leaf _ -> null;
        };
    }

    void put(FormTree container, FormTree value) {
        switch (container) {
            case Items items when isIndex -> items.at().put(Integer.parseInt(name), value);
            case Items items -> items.add(value);
            case Fields fields -> fields.members.put(key(), value);
            case FormTree.Leaf _ -> {}
        }
    }

    private String key() {
        return isIndex ? Integer.toString(Integer.parseInt(name)) : name;
    }

    private FieldStep appending() {
        return new FieldStep(name, isIndex, true);
    }

    private static List<FieldStep> whole(String name) {
        return List.of(new FieldStep(name, false, false));
    }
}
