package dev.understudy.template.helper;

import dev.understudy.template.helper.math.MathHelpers;
import dev.understudy.template.helper.text.TextHelpers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// All helpers, by the names that templates call them by: the lists of the packages below, put together.
public final class Helpers {

    private static final Map<String, Helper> ALL = all(List.of(MathHelpers.ALL, TextHelpers.ALL));

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
