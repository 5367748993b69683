package dev.understudy.js.regex;

import static dev.understudy.js.regex.RegexProgram.BACKWARD;
import static dev.understudy.js.regex.RegexProgram.NONE;

import dev.understudy.js.Effort;
import dev.understudy.js.TextSearch;
import java.util.Arrays;

/// Searches one text once. It follows one way through the program and keeps the others on a stack of its own, so that
/// neither the text nor the expression can exhaust the thread's.
final class Matcher<X extends Exception> {

    /// Ways and undone registers that one search may keep; who needs more spends all that is left.
    static final int MAX_STACK = 2_000_000;

    private static final int PAID_AT_ONCE = 64;
    private static final int TOO_MUCH = Integer.MAX_VALUE;

    private final RegexProgram program;
    private final String text;
    private final Effort<X> effort;
    private final int[] registers;
    private final WayStack ways = new WayStack();
    private int credit;
    private int pc;
    private int pos;

    Matcher(RegexProgram program, String text, Effort<X> effort) {
        this.program = program;
        this.text = text;
        this.effort = effort;
        registers = new int[program.registers()];
    }

    boolean find() throws X {
        if (program.literal() != null) {
            return TextSearch.find(text, program.literal(), 0, effort) >= 0;
        }
        int first = program.first();
        if (program.ops()[first] == RegexProgram.START) {
            return matchesAt(0);
        }
        for (int start = 0; start <= text.length(); start++) {
            if (program.ops()[first] == RegexProgram.CHAR) {
                int next = text.indexOf(program.a()[first], start);
                if (next < 0) {
                    return false;
                }
                pay((next - start) / 8);
                start = next;
            }
            if (matchesAt(start)) {
                return true;
            }
        }
        return false;
    }

    private boolean matchesAt(int start) throws X {
        pay(registers.length / 8);
        Arrays.fill(registers, NONE);
        ways.clear();
        pc = 0;
        pos = start;
        while (program.ops()[pc] != RegexProgram.MATCH) {
            pay(1);
            if (!step() && !goBack()) {
                return false;
            }
        }
        return true;
    }

    private void pay(int steps) throws X {
        credit -= steps;
        if (credit < 0) {
            effort.spend((long) PAID_AT_ONCE - credit);
            credit = PAID_AT_ONCE;
        }
    }

    /// Does one instruction; false if this way ends here.
    private boolean step() throws X {
        int a = program.a()[pc];
        int b = program.b()[pc];
        return switch (program.ops()[pc]) {
            case RegexProgram.CHAR -> isAt(b) && at(b) == a && take(b);
            case RegexProgram.CHAR_FOLDED -> isAt(b) && CaseFolding.fold(at(b)) == a && take(b);
            case RegexProgram.SET -> isAt(b) && program.sets().get(a).contains(at(b)) && take(b);
            case RegexProgram.RUN -> run(program.loops().get(a), program.sets().get(b));
            case RegexProgram.START -> pos == 0 && goTo(pc + 1);
            case RegexProgram.END -> pos == text.length() && goTo(pc + 1);
            case RegexProgram.BOUNDARY -> isWord(pos - 1) != isWord(pos) && goTo(pc + 1);
            case RegexProgram.NO_BOUNDARY -> isWord(pos - 1) == isWord(pos) && goTo(pc + 1);
            case RegexProgram.JUMP -> goTo(a);
            case RegexProgram.SPLIT -> keep(a) && goTo(pc + 1);
            case RegexProgram.SAVE -> set(a, pos) && goTo(pc + 1);
            case RegexProgram.REFERENCE -> reference(2 * a, b);
            case RegexProgram.LOOP_START -> startLoop(program.loops().get(a));
            case RegexProgram.LOOP -> loop(program.loops().get(a));
            case RegexProgram.LOOP_ENTER -> enter(program.loops().get(a));
            case RegexProgram.LOOK -> look(a, b);
            case RegexProgram.LOOK_DONE -> lookDone(a);
            case RegexProgram.LOOK_NOT_DONE -> lookNotDone(a);
            default -> throw new IllegalStateException("No instruction " + program.ops()[pc]);
        };
    }

    private boolean goTo(int target) {
        pc = target;
        return true;
    }

    private boolean isAt(int direction) {
        return direction == BACKWARD ? pos > 0 : pos < text.length();
    }

    private char at(int direction) {
        return text.charAt(pos - direction);
    }

    private boolean take(int direction) {
        pos += 1 - 2 * direction;
        pc++;
        return true;
    }

    private boolean isWord(int index) {
        return index >= 0 && index < text.length() && CharSet.WORD.contains(text.charAt(index));
    }

    private boolean keep(int target) throws X {
        push(target, pos);
        return true;
    }

    private boolean set(int register, int value) throws X {
        if (!ways.isEmpty()) {
            push(~register, registers[register]);
        }
        registers[register] = value;
        return true;
    }

    private void push(int what, int value) throws X {
        if (ways.size() >= MAX_STACK) {
            effort.spend(TOO_MUCH);
        }
        ways.push(what, value);
    }

    private boolean run(RegexProgram.Loop loop, CharSet set) throws X {
        int start = pos;
        int end = loop.max() < text.length() - start ? start + loop.max() : text.length();
        while (pos < end && set.contains(text.charAt(pos))) {
            pos++;
        }
        pay((pos - start) / 4);
        if (pos - start < loop.min()) {
            return false;
        }
        if (pos - start > loop.min()) {
            push(WayStack.RUN_LIMIT, start + loop.min());
            push(WayStack.RUN + pc, pos);
        }
        return goTo(pc + 1);
    }

    /// Gives back characters of a run, at least one, up to a place where it can go on.
    private boolean shorten(int run, int end) throws X {
        int limit = ways.value();
        int place = end - 1;
        if (program.ops()[run + 1] == RegexProgram.CHAR) {
            int next = program.a()[run + 1];
            while (place >= limit && text.charAt(place) != next) {
                place--;
            }
            pay((end - place) / 4);
        }
        if (place <= limit) {
            ways.pop();
        } else {
            ways.push(WayStack.RUN + run, place);
        }
        pos = place;
        return place >= limit && goTo(run + 1);
    }

    /// Takes up the way that was kept last; false if there is none.
    private boolean goBack() throws X {
        while (!ways.isEmpty()) {
            int what = ways.what();
            int value = ways.value();
            ways.pop();
            if (what < 0) {
                registers[~what] = value;
            } else if (what >= WayStack.RUN) {
                if (shorten(what - WayStack.RUN, value)) {
                    return true;
                }
            } else {
                pos = value;
                return goTo(what);
            }
        }
        return false;
    }

    private boolean reference(int group, int direction) throws X {
        int from = registers[group];
        int to = registers[group + 1];
        int length = from == NONE || to == NONE ? 0 : to - from;
        pay(length / 4);
        int start = direction == BACKWARD ? pos - length : pos;
        if (start < 0 || start + length > text.length() || !isSame(from, start, length)) {
            return false;
        }
        pos = direction == BACKWARD ? start : start + length;
        return goTo(pc + 1);
    }

    private boolean isSame(int one, int other, int length) {
        if (!program.ignoreCase()) {
            return length == 0 || text.startsWith(text.substring(one, one + length), other);
        }
        for (int i = 0; i < length; i++) {
            if (CaseFolding.fold(text.charAt(one + i)) != CaseFolding.fold(text.charAt(other + i))) {
                return false;
            }
        }
        return true;
    }

    private boolean startLoop(RegexProgram.Loop loop) throws X {
        if (loop.counter() != NONE) {
            set(loop.counter(), 0);
        }
        if (loop.start() != NONE) {
            set(loop.start(), NONE);
        }
        return goTo(pc + 1);
    }

    private boolean loop(RegexProgram.Loop loop) throws X {
        int rounds = loop.counter() == NONE ? 0 : registers[loop.counter()];
        if (loop.counter() != NONE && rounds < loop.min()) {
            return goTo(pc + 1);
        }
        boolean mustHaveMoved = loop.start() != NONE && (loop.counter() == NONE || rounds > loop.min());
        if (mustHaveMoved && registers[loop.start()] == pos) {
            return false;
        }
        if (loop.counter() != NONE && rounds >= loop.max()) {
            return goTo(loop.exit());
        }
        return loop.greedy() ? keep(loop.exit()) && goTo(pc + 1) : keep(pc + 1) && goTo(loop.exit());
    }

    private boolean enter(RegexProgram.Loop loop) throws X {
        if (loop.counter() != NONE) {
            set(loop.counter(), registers[loop.counter()] + 1);
        }
        if (loop.start() != NONE) {
            set(loop.start(), pos);
        }
        for (int register = 2 * loop.firstGroup(); register <= 2 * loop.lastGroup() + 1; register++) {
            pay(1);
            set(register, NONE);
        }
        return goTo(pc + 1);
    }

    private boolean look(int height, int exit) throws X {
        registers[height] = ways.size();
        registers[height + 1] = pos;
        if (exit != NONE) {
            push(exit, pos);
        }
        return goTo(pc + 1);
    }

    /// What was seen is not looked for in another way, but what it captured can still be undone.
    private boolean lookDone(int height) throws X {
        pay(ways.size() - registers[height]);
        ways.keepRegistersFrom(registers[height]);
        pos = registers[height + 1];
        return goTo(pc + 1);
    }

    /// What must not be there is there: as if it had never been looked for, this way ends.
    private boolean lookNotDone(int height) {
        while (ways.size() > registers[height]) {
            if (ways.what() < 0) {
                registers[~ways.what()] = ways.value();
            }
            ways.pop();
        }
        return false;
    }
}
