package dev.understudy.js.regex;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Which characters are the same to the flag `i`: those whose upper case is one and the same character.
final class CaseFolding {

    private static final char[] NONE = {};
    private static final char[] UPPER = new char[Character.MAX_VALUE + 1];
    private static final Map<Character, char[]> SIBLINGS = new HashMap<>();

    static {
        Map<Character, List<Character>> byUpper = new HashMap<>();
        for (int c = 0; c <= Character.MAX_VALUE; c++) {
            UPPER[c] = compute((char) c);
            if (UPPER[c] != c) {
                byUpper.computeIfAbsent(UPPER[c], _ -> new ArrayList<>()).add((char) c);
            }
        }
        byUpper.forEach((upper, lower) -> {
            lower.add(upper);
            lower.forEach(c -> SIBLINGS.put(c, others(lower, c)));
        });
    }

    private CaseFolding() {}

    /// The character that stands for all that are the same.
    static char fold(char c) {
        return UPPER[c];
    }

    /// The other characters that are the same.
    static char[] siblings(char c) {
        return SIBLINGS.getOrDefault(c, NONE);
    }

    private static char[] others(List<Character> all, char one) {
        char[] others = new char[all.size() - 1];
        int count = 0;
        for (char c : all) {
            if (c != one) {
                others[count++] = c;
            }
        }
        return others;
    }

    private static char compute(char c) {
        String upper = String.valueOf(c).toUpperCase(Locale.ROOT);
        boolean leavesAscii = c >= 128 && upper.charAt(0) < 128;
        return upper.length() != 1 || leavesAscii ? c : upper.charAt(0);
    }
}
