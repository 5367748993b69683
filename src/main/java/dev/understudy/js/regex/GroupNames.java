package dev.understudy.js.regex;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The groups of a source, found before it is read: references may stand before what they refer to.
final class GroupNames {

    private final Map<String, Integer> indexes = new HashMap<>();
    private final Set<String> declared = new HashSet<>();
    private int groups;
    private boolean missing;

    private GroupNames() {}

    static GroupNames of(String source) {
        GroupNames names = new GroupNames();
        for (int open : openings(source)) {
            if (!source.startsWith("?", open + 1)) {
                names.groups++;
            } else if (isName(source, open)) {
                names.groups++;
                int end = source.indexOf('>', open);
                names.indexes.putIfAbsent(end < 0 ? "" : source.substring(open + 3, end), names.groups);
            }
        }
        return names;
    }

    boolean any() {
        return !indexes.isEmpty();
    }

    int groups() {
        return groups;
    }

    void declare(String name) {
        if (!declared.add(name)) {
            throw new RegexSyntaxException(RegexMistake.SAME_NAME);
        }
    }

    /// The number of a group, which may stand further on; 0 if there is none of that name, which [#requireAll] tells.
    int indexOf(String name) {
        Integer index = indexes.get(name);
        missing |= index == null;
        return index == null ? 0 : index;
    }

    /// To be asked at the end of the source: other mistakes are told first.
    void requireAll() {
        if (missing) {
            throw new RegexSyntaxException(RegexMistake.UNKNOWN_NAME);
        }
    }

    private static boolean isName(String source, int open) {
        return source.startsWith("?<", open + 1)
                && !source.startsWith("?<=", open + 1)
                && !source.startsWith("?<!", open + 1);
    }

    private static List<Integer> openings(String source) {
        List<Integer> openings = new ArrayList<>();
        boolean inClass = false;
        for (int at = 0; at < source.length(); at++) {
            switch (source.charAt(at)) {
                case '\\' -> at++;
                case '[' -> inClass = true;
                case ']' -> inClass = false;
                case '(' -> {
                    if (!inClass) {
                        openings.add(at);
                    }
                }
                default -> {}
            }
        }
        return openings;
    }
}
