package dev.understudy.js.regex;

import static dev.understudy.js.regex.Program.BACKWARD;
import static dev.understudy.js.regex.Program.NONE;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Turns nodes into a [Program], whose length is in proportion to theirs. For one expression.
final class Emitter {

    private final boolean ignoreCase;
    private final List<int[]> code = new ArrayList<>();
    private final List<CharSet> sets = new ArrayList<>();
    private final List<Program.@Nullable Loop> loops = new ArrayList<>();
    private int registers;
    private boolean backward;

    private Emitter(boolean ignoreCase, int groups) {
        this.ignoreCase = ignoreCase;
        registers = 2 * (groups + 1);
    }

    static Program emit(Node root, int groups, boolean ignoreCase) {
        Emitter emitter = new Emitter(ignoreCase, groups);
        emitter.emit(root);
        emitter.add(Program.MATCH, 0, 0);
        return emitter.program();
    }

    private Program program() {
        int size = code.size();
        int[][] columns = new int[3][size];
        StringBuilder literal = new StringBuilder();
        for (int at = 0; at < size; at++) {
            for (int column = 0; column < 3; column++) {
                columns[column][at] = code.get(at)[column];
            }
            if (columns[0][at] == Program.CHAR) {
                literal.append((char) columns[1][at]);
            }
        }
        List<Program.Loop> complete = new ArrayList<>();
        for (Program.Loop loop : loops) {
            if (loop != null) {
                complete.add(loop);
            }
        }
        return new Program(
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

    private void emit(Node node) {
        switch (node) {
            case Node.Empty _ -> {}
            case Node.Place place -> add(op(place), 0, 0);
            case Node.Literal(char c) -> literal(c);
            case Node.Chars(CharSet set) -> add(Program.SET, index(set), direction());
            case Node.Sequence(List<Node> parts) -> inDirection(parts).forEach(this::emit);
            case Node.Choice(List<Node> options) -> choice(options);
            case Node.Capture(Node body, int index) -> {
                add(Program.SAVE, 2 * index + direction(), 0);
                emit(body);
                add(Program.SAVE, 2 * index + 1 - direction(), 0);
            }
            case Node.Reference(int group) -> add(Program.REFERENCE, group, direction());
            case Node.Look look -> look(look);
            case Node.Repeat repeat -> repeat(repeat);
        }
    }

    private void literal(char c) {
        boolean folded = ignoreCase && CaseFolding.siblings(c).length > 0;
        if (folded) {
            add(Program.CHAR_FOLDED, CaseFolding.fold(c), direction());
        } else {
            add(Program.CHAR, c, direction());
        }
    }

    private int index(CharSet set) {
        sets.add(set);
        return sets.size() - 1;
    }

    private int direction() {
        return backward ? BACKWARD : 0;
    }

    private List<Node> inDirection(List<Node> parts) {
        return backward ? parts.reversed() : parts;
    }

    private void choice(List<Node> options) {
        List<int[]> toEnd = new ArrayList<>();
        for (Node option : options.subList(0, options.size() - 1)) {
            int[] split = code.get(add(Program.SPLIT, 0, 0));
            emit(option);
            toEnd.add(code.get(add(Program.JUMP, 0, 0)));
            split[1] = code.size();
        }
        emit(options.getLast());
        toEnd.forEach(jump -> jump[1] = code.size());
    }

    private void look(Node.Look look) {
        boolean outside = backward;
        int height = registers;
        registers += 2;
        int[] begin = code.get(add(Program.LOOK, height, NONE));
        backward = look.behind();
        emit(look.body());
        backward = outside;
        add(look.negative() ? Program.LOOK_NOT_DONE : Program.LOOK_DONE, height, 0);
        if (look.negative()) {
            begin[2] = code.size();
        }
    }

    private void repeat(Node.Repeat repeat) {
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
            add(Program.LOOP_START, index, 0);
        }
        int loop = add(Program.LOOP, index, 0);
        add(Program.LOOP_ENTER, index, 0);
        emit(repeat.body());
        add(Program.JUMP, loop, 0);
        loops.set(
                index,
                new Program.Loop(
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
    private void run(Node.Repeat repeat) {
        CharSet set = repeat.body() instanceof Node.Chars(CharSet chars) ? chars : single(repeat.body());
        add(Program.RUN, loops.size(), index(set));
        loops.add(new Program.Loop(repeat.min(), repeat.max(), true, NONE, NONE, 1, 0, code.size()));
    }

    private static boolean isOneCharacter(Node body) {
        return body instanceof Node.Chars || body instanceof Node.Literal;
    }

    private CharSet single(Node body) {
        CharSet.Builder set = new CharSet.Builder();
        if (body instanceof Node.Literal(char c)) {
            set.add(c);
        }
        return set.build(false, ignoreCase);
    }

    private static int op(Node.Place place) {
        return switch (place) {
            case START -> Program.START;
            case END -> Program.END;
            case BOUNDARY -> Program.BOUNDARY;
            case NO_BOUNDARY -> Program.NO_BOUNDARY;
        };
    }
}
