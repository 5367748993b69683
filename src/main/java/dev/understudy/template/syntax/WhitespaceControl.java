package dev.understudy.template.syntax;

import dev.understudy.js.Whitespace;
import dev.understudy.template.syntax.Syntax.Block;
import dev.understudy.template.syntax.Syntax.Comment;
import dev.understudy.template.syntax.Syntax.Content;
import dev.understudy.template.syntax.Syntax.Mustache;
import dev.understudy.template.syntax.Syntax.Partial;
import dev.understudy.template.syntax.Syntax.Program;
import dev.understudy.template.syntax.Syntax.Strip;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Takes away white space: where a `~` asks for it, and the whole line of a tag that stands alone on it.
final class WhitespaceControl {

    /// What a statement wants of its surroundings.
    ///
    /// @param open whether its opening tag ends its line
    /// @param close whether its closing tag begins its line
    /// @param inline whether it is but one tag, and of the kind that may stand alone
    private record Wish(Strip strip, boolean open, boolean close, boolean inline) {}

    private WhitespaceControl() {}

    static void strip(Program root) {
        program(root, true);
    }

    private static void program(Program program, boolean root) {
        List<Syntax> body = program.statements();
        for (int i = 0; i < body.size(); i++) {
            Syntax statement = body.get(i);
            Wish wish = wish(statement);
            if (wish != null) {
                boolean lineBefore = endsLine(body, i, root);
                boolean lineAfter = beginsLine(body, i, root);
                if (wish.strip().after()) {
                    stripStart(body, i + 1, true);
                }
                if (wish.strip().before()) {
                    stripEnd(body, i - 1, true);
                }
                apply(wish, statement, body, i, lineBefore, lineAfter);
            }
        }
    }

    private static void apply(
            Wish wish, Syntax statement, List<Syntax> body, int i, boolean lineBefore, boolean lineAfter) {
        if (wish.inline() && lineBefore && lineAfter) {
            stripStart(body, i + 1, false);
            if (stripEnd(body, i - 1, false) && statement instanceof Partial partial && partial.program() == null) {
                partial.indent().set(indent((Content) body.get(i - 1)));
            }
        }
        if (wish.open() && lineBefore) {
            stripStart(first(statement).statements(), 0, false);
            stripEnd(body, i - 1, false);
        }
        if (wish.close() && lineAfter) {
            stripStart(body, i + 1, false);
            List<Syntax> last = last(statement).statements();
            stripEnd(last, last.size() - 1, false);
        }
    }

    private static @Nullable Wish wish(Syntax statement) {
        return switch (statement) {
            case Content _ -> null;
            case Comment(Strip strip) -> new Wish(strip, false, false, true);
            case Mustache mustache -> new Wish(mustache.strip(), false, false, false);
            case Partial partial -> {
                Program program = partial.program();
                yield program == null
                        ? new Wish(partial.open(), false, false, true)
                        : block(program, null, partial.open(), Strip.NONE, partial.close());
            }
            case Block block -> {
                Program program = block.program();
                Program inverse = block.inverse();
                yield program == null
                        ? block(first(block), null, block.open(), block.otherwise(), block.close())
                        : block(program, inverse, block.open(), block.otherwise(), block.close());
            }
        };
    }

    private static Wish block(Program program, @Nullable Program inverse, Strip open, Strip otherwise, Strip close) {
        program(program, false);
        if (inverse != null) {
            program(inverse, false);
        }
        List<Syntax> body = program.statements();
        List<Syntax> firstInverse = inverse == null ? body : firstOf(inverse);
        Wish wish = new Wish(
                new Strip(open.before(), close.after()),
                beginsLine(body, -1, false),
                endsLine(firstInverse, firstInverse.size(), false),
                false);
        if (open.after()) {
            stripStart(body, 0, true);
        }
        if (inverse == null) {
            if (close.before()) {
                stripEnd(body, body.size() - 1, true);
            }
            return wish;
        }
        if (otherwise.before()) {
            stripEnd(body, body.size() - 1, true);
        }
        if (otherwise.after()) {
            stripStart(firstInverse, 0, true);
        }
        if (close.before()) {
            List<Syntax> last = lastOf(inverse);
            stripEnd(last, last.size() - 1, true);
        }
        if (endsLine(body, body.size(), false) && beginsLine(firstInverse, -1, false)) {
            stripEnd(body, body.size() - 1, false);
            stripStart(firstInverse, 0, false);
        }
        return wish;
    }

    /// The program whose text follows the opening tag.
    private static Program first(Syntax statement) {
        return switch (statement) {
            case Block block -> block.program() != null ? block.program() : orEmpty(block.inverse());
            case Partial partial -> orEmpty(partial.program());
            case Content _, Comment _, Mustache _ -> orEmpty(null);
        };
    }

    /// The program whose text comes before the closing tag.
    private static Program last(Syntax statement) {
        return statement instanceof Block block && block.inverse() != null ? block.inverse() : first(statement);
    }

    private static Program orEmpty(@Nullable Program program) {
        return program == null ? new Program(List.of(), List.of(), false) : program;
    }

    /// What follows the first else, also where that is an `{{else name}}`.
    private static List<Syntax> firstOf(Program inverse) {
        return inverse.chained() && inverse.statements().getFirst() instanceof Block block
                ? first(block).statements()
                : inverse.statements();
    }

    private static List<Syntax> lastOf(Program inverse) {
        Program last = inverse;
        while (last.chained() && last.statements().getLast() instanceof Block block) {
            last = first(block);
        }
        return last.statements();
    }

    /// Whether nothing but white space stands before a place on its line.
    private static boolean endsLine(List<Syntax> body, int i, boolean root) {
        if (i == 0) {
            return root;
        }
        if (!(body.get(i - 1) instanceof Content content)) {
            return false;
        }
        String text = content.original();
        int at = text.length();
        while (at > 0 && Whitespace.is(text.charAt(at - 1))) {
            at--;
            if (text.charAt(at) == '\n') {
                return true;
            }
        }
        return at == 0 && root && i == 1;
    }

    /// Whether nothing but white space stands after a place on its line.
    private static boolean beginsLine(List<Syntax> body, int i, boolean root) {
        if (i + 1 >= body.size()) {
            return root;
        }
        if (!(body.get(i + 1) instanceof Content content)) {
            return false;
        }
        String text = content.original();
        int at = 0;
        while (at < text.length() && Whitespace.is(text.charAt(at))) {
            if (text.charAt(at) == '\n') {
                return true;
            }
            at++;
        }
        return at == text.length() && root && i + 2 == body.size();
    }

    private static void stripStart(List<Syntax> body, int i, boolean all) {
        if (i >= body.size() || !(body.get(i) instanceof Content content) || (!all && content.startStripped())) {
            return;
        }
        String text = content.text();
        int at = 0;
        if (all) {
            while (at < text.length() && Whitespace.is(text.charAt(at))) {
                at++;
            }
        } else {
            while (at < text.length() && isBlank(text.charAt(at))) {
                at++;
            }
            at = text.startsWith("\r", at) ? at + 1 : at;
            at = text.startsWith("\n", at) ? at + 1 : at;
        }
        content.stripStart(text.substring(at));
    }

    private static boolean stripEnd(List<Syntax> body, int i, boolean all) {
        if (i < 0 || !(body.get(i) instanceof Content content) || (!all && content.endStripped())) {
            return false;
        }
        String text = content.text();
        int at = text.length();
        while (at > 0 && (all ? Whitespace.is(text.charAt(at - 1)) : isBlank(text.charAt(at - 1)))) {
            at--;
        }
        content.stripEnd(text.substring(0, at));
        return content.endStripped();
    }

    private static String indent(Content content) {
        String text = content.original();
        int at = text.length();
        while (at > 0 && isBlank(text.charAt(at - 1))) {
            at--;
        }
        return text.substring(at);
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }
}
