package dev.understudy.js.regex;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A regular expression as instructions for the [Matcher]. Immutable, but for those who write to its arrays.
///
/// @param ops what each instruction does: one of the constants
/// @param a the first operand of each
/// @param b the second
/// @param registers how many numbers the matcher keeps: two for each group, and those of loops and looks
/// @param literal the text that is all there is to find; null if there is more to it
@SuppressWarnings("ArrayRecordComponent") // never compared, and read in the innermost loop
record RegexProgram(
        int[] ops,
        int[] a,
        int[] b,
        List<CharSet> sets,
        List<Loop> loops,
        int registers,
        boolean ignoreCase,
        @Nullable String literal) {

    static final int MATCH = 0;
    static final int CHAR = 1;
    static final int CHAR_FOLDED = 2;
    static final int SET = 3;
    static final int RUN = 4;
    static final int START = 5;
    static final int END = 6;
    static final int BOUNDARY = 7;
    static final int NO_BOUNDARY = 8;
    static final int JUMP = 9;
    static final int SPLIT = 10;
    static final int SAVE = 11;
    static final int REFERENCE = 12;
    static final int LOOP_START = 13;
    static final int LOOP = 14;
    static final int LOOP_ENTER = 15;
    static final int LOOK = 16;
    static final int LOOK_DONE = 17;
    static final int LOOK_NOT_DONE = 18;

    /// The operand `b` of instructions that take a character before the position instead of after it.
    static final int BACKWARD = 1;

    /// No register.
    static final int NONE = -1;

    /// A repetition.
    ///
    /// @param counter the register that counts rounds; [#NONE] if nothing depends on it
    /// @param start the register with the place where the round began; [#NONE] if each takes a character
    /// @param firstGroup the first of the groups that each round forgets
    /// @param exit where to go on after the last round
    record Loop(int min, int max, boolean greedy, int counter, int start, int firstGroup, int lastGroup, int exit) {}

    /// The instruction that decides where a match can begin.
    int first() {
        int at = 0;
        while (ops[at] == SAVE) {
            at++;
        }
        return at;
    }
}
