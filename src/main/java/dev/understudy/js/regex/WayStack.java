package dev.understudy.js.regex;

import java.util.Arrays;

/// The ways that a [Matcher] has not gone yet, and what its registers held before. An entry is a pair: a place in the
/// program and one in the text; or the complement of a register and its value; or, above its limit, a run.
final class WayStack {

    /// Marks the entry with the first place at which the run above it may end.
    static final int RUN_LIMIT = (1 << 29) - 1;

    /// Added to the place in the program of a run.
    static final int RUN = 1 << 29;

    private static final int FIRST_CAPACITY = 64;

    private int[] entries = new int[FIRST_CAPACITY];
    private int top;

    void clear() {
        top = 0;
    }

    boolean isEmpty() {
        return top == 0;
    }

    int size() {
        return top / 2;
    }

    void push(int what, int value) {
        if (top == entries.length) {
            entries = Arrays.copyOf(entries, 2 * top);
        }
        entries[top++] = what;
        entries[top++] = value;
    }

    void pop() {
        top -= 2;
    }

    int what() {
        return entries[top - 2];
    }

    int value() {
        return entries[top - 1];
    }

    /// Forgets the ways above a height.
    void keepRegistersFrom(int height) {
        int to = 2 * height;
        for (int from = to; from < top; from += 2) {
            if (entries[from] < 0) {
                entries[to++] = entries[from];
                entries[to++] = entries[from + 1];
            }
        }
        top = to;
    }
}
