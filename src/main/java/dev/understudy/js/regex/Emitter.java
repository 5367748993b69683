package dev.understudy.js.regex;

import static dev.understudy.js.regex.RegexProgram.BACKWARD;
import static dev.understudy.js.regex.RegexProgram.NONE;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Turns nodes into a [RegexProgram], whose length is in proportion to theirs. For one expression.
final class Emitter {

    private final boolean ignoreCase;
    private final List<int[]> code = new ArrayList<>();
    private final List<CharSet> sets = new ArrayList<>();
    private final List<RegexProgram.@Nullable Loop> loops = new ArrayList<>();
    private int registers;
    private boolean backward;

    private Emitter(boolean ignoreCase, int groups) {
        this.ignoreCase = ignoreCase;
        registers = 2 * (groups + 1);
    }

    static RegexProgram emit(RegexNode root, int groups, boolean ignoreCase) {
        Emitter emitter = new Emitter(ignoreCase, groups);
        emitter.emit(root);
        emitter.add(RegexProgram.MATCH, 0, 0);
        return emitter.program();
    }

    private RegexProgram program() {
        int size = code.size();
        int[][] columns = new int[3][size];
        StringBuilder literal = new StringBuilder();
        for (int at = 0; at < size; at++) {
            for (int column = 0; column < 3; column++) {
                columns[column][at] = code.get(at)[column];
            }
            if (columns[0][at] == RegexProgram.CHAR) {
                literal.append((char) columns[1][at]);
            }
        }
        List<RegexProgram.Loop> complete = new ArrayList<>();
        for (RegexProgram.Loop loop : loops) {
            if (loop != null) {
                complete.add(loop);
            }
        }
        return new RegexProgram(
                columns[0],
                columns[1],
                columns[2],
                List.copyOf(sets),
                List.copyOf(complete),
                registers,
                ignoreCase,
                literal.length() == size - 1 ? literal.toString() : null);
    }

    private int add(int op, int a, int b) {
        code.add(new int[] {op, a, b});
        return code.size() - 1;
    }

    private void emit(RegexNode node) {
        switch (node) {
            case RegexNode.Empty _ -> {}
            case RegexNode.Place place -> add(op(place), 0, 0);
            case RegexNode.Literal(char c) -> literal(c);
            case RegexNode.Chars(CharSet set) -> add(RegexProgram.SET, index(set), direction());
            case RegexNode.Sequence(List<RegexNode> parts) -> inDirection(parts).forEach(this::emit);
            case RegexNode.Choice(List<RegexNode> options) -> choice(options);
            case RegexNode.Capture(RegexNode body, int index) -> {
                add(RegexProgram.SAVE, 2 * index + direction(), 0);
                emit(body);
                add(RegexProgram.SAVE, 2 * index + 1 - direction(), 0);
            }
            case RegexNode.Reference(int group) -> add(RegexProgram.REFERENCE, group, direction());
            case RegexNode.Look look -> look(look);
            case RegexNode.Repeat repeat -> repeat(repeat);
        }
    }

    private void literal(char c) {
        boolean folded = ignoreCase && CaseFolding.siblings(c).length > 0;
        if (folded) {
            add(RegexProgram.CHAR_FOLDED, CaseFolding.fold(c), direction());
        } else {
            add(RegexProgram.CHAR, c, direction());
        }
    }

    private int index(CharSet set) {
        sets.add(set);
        return sets.size() - 1;
    }

    private int direction() {
        return backward ? BACKWARD : 0;
    }

    private List<RegexNode> inDirection(List<RegexNode> parts) {
        return backward ? parts.reversed() : parts;
    }

    private void choice(List<RegexNode> options) {
        List<int[]> toEnd = new ArrayList<>();
        for (RegexNode option : options.subList(0, options.size() - 1)) {
            int[] split = code.get(add(RegexProgram.SPLIT, 0, 0));
            emit(option);
            toEnd.add(code.get(add(RegexProgram.JUMP, 0, 0)));
            split[1] = code.size();
        }
        emit(options.getLast());
        toEnd.forEach(jump -> jump[1] = code.size());
    }

    private void look(RegexNode.Look look) {
        boolean outside = backward;
        int height = registers;
        registers += 2;
        int[] begin = code.get(add(RegexProgram.LOOK, height, NONE));
        backward = look.behind();
        emit(look.body());
        backward = outside;
        add(look.negative() ? RegexProgram.LOOK_NOT_DONE : RegexProgram.LOOK_DONE, height, 0);
        if (look.negative()) {
            begin[2] = code.size();
        }
    }

    private void repeat(RegexNode.Repeat repeat) {
        if (repeat.max() == 0) {
            return;
        }
        if (!backward && repeat.greedy() && isOneCharacter(repeat.body())) {
            run(repeat);
            return;
        }
        boolean counted = repeat.min() > 0 || repeat.max() < Integer.MAX_VALUE;
        int counter = counted ? registers++ : NONE;
        int start = repeat.body().canBeEmpty() ? registers++ : NONE;
        int index = loops.size();
        loops.add(null);
        if (counter != NONE || start != NONE) {
            add(RegexProgram.LOOP_START, index, 0);
        }
        int loop = add(RegexProgram.LOOP, index, 0);
        add(RegexProgram.LOOP_ENTER, index, 0);
        emit(repeat.body());
        add(RegexProgram.JUMP, loop, 0);
        loops.set(
                index,
                new RegexProgram.Loop(
                        repeat.min(),
                        repeat.max(),
                        repeat.greedy(),
                        counter,
                        start,
                        repeat.firstGroup(),
                        repeat.lastGroup(),
                        code.size()));
    }

    /// A repeated character is taken at once, as often as it can be, and given back one by one.
    private void run(RegexNode.Repeat repeat) {
        CharSet set = repeat.body() instanceof RegexNode.Chars(CharSet chars) ? chars : single(repeat.body());
        add(RegexProgram.RUN, loops.size(), index(set));
        loops.add(new RegexProgram.Loop(repeat.min(), repeat.max(), true, NONE, NONE, 1, 0, code.size()));
    }

    private static boolean isOneCharacter(RegexNode body) {
        return body instanceof RegexNode.Chars || body instanceof RegexNode.Literal;
    }

    private CharSet single(RegexNode body) {
        CharSet.Builder set = new CharSet.Builder();
        if (body instanceof RegexNode.Literal(char c)) {
            set.add(c);
        }
        return set.build(false, ignoreCase);
    }

    private static int op(RegexNode.Place place) {
        return switch (place) {
            case START -> RegexProgram.START;
            case END -> RegexProgram.END;
            case BOUNDARY -> RegexProgram.BOUNDARY;
            case NO_BOUNDARY -> RegexProgram.NO_BOUNDARY;
        };
    }
}
