package dev.understudy.template.helper.registry;

import dev.understudy.template.helper.Helper;
import dev.understudy.template.helper.block.BlockHelpers;
import dev.understudy.template.helper.data.DataHelpers;
import dev.understudy.template.helper.date.DateHelpers;
import dev.understudy.template.helper.find.FindHelpers;
import dev.understudy.template.helper.list.ListHelpers;
import dev.understudy.template.helper.made.MadeHelpers;
import dev.understudy.template.helper.math.MathHelpers;
import dev.understudy.template.helper.object.ObjectHelpers;
import dev.understudy.template.helper.request.RequestHelpers;
import dev.understudy.template.helper.text.TextHelpers;
import dev.understudy.template.helper.variable.VariableHelpers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// All helpers, by the names that templates call them by: the lists of the packages below, put together.
public final class Helpers {

    private static final Map<String, Helper> ALL = all(List.of(
            BlockHelpers.ALL,
            DataHelpers.ALL,
            DateHelpers.ALL,
            FindHelpers.ALL,
            ListHelpers.ALL,
            MadeHelpers.ALL,
            MathHelpers.ALL,
            ObjectHelpers.ALL,
            RequestHelpers.ALL,
            TextHelpers.ALL,
            VariableHelpers.ALL));

    /// What goes through lists, also where a template names a list instead of a helper.
    public static final Helper EACH = BlockHelpers.EACH;

    private Helpers() {}

    public static Optional<Helper> find(String name) {
        return Optional.ofNullable(ALL.get(name));
    }

    /// The names of all, in alphabetical order.
    public static Set<String> names() {
        return new TreeSet<>(ALL.keySet());
    }

    private static Map<String, Helper> all(List<Map<String, Helper>> groups) {
        Map<String, Helper> all = new HashMap<>();
        groups.forEach(all::putAll);
        return Map.copyOf(all);
    }
}
