package dev.understudy.template.syntax;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What was read of a template so far: which blocks, tag and brackets are open. Says in plain words what is wrong with
/// what comes next. For one parsing on one thread.
final class Written {

    private record Block(Token open, String name) {
        Block named(String word) {
            return name.isEmpty() ? new Block(open, word) : this;
        }

        boolean isRaw() {
            return open.kind() == TokenKind.OPEN_RAW_BLOCK;
        }

        String shown() {
            return open.raw() + name + (isRaw() ? "}}}}" : "}}");
        }

        String end() {
            return isRaw() ? "{{{{/" + name + "}}}}" : "{{/" + name + "}}";
        }
    }

    private final Deque<Block> blocks = new ArrayDeque<>();
    private final Deque<Token> brackets = new ArrayDeque<>();
    private @Nullable Token tag;
    private @Nullable Token last;

    /// Remembers a token that was taken.
    void took(Token token) {
        switch (token.kind()) {
            case OPEN_BLOCK, OPEN_INVERSE, OPEN_PARTIAL_BLOCK, OPEN_RAW_BLOCK -> {
                blocks.push(new Block(token, ""));
                tag = token;
            }
            case OPEN, OPEN_UNESCAPED, OPEN_PARTIAL, OPEN_INVERSE_CHAIN -> tag = token;
            case OPEN_ENDBLOCK -> {
                blocks.poll();
                tag = token;
            }
            case END_RAW_BLOCK -> blocks.poll();
            case CLOSE, CLOSE_UNESCAPED, CLOSE_RAW_BLOCK -> {
                tag = null;
                brackets.clear();
            }
            case OPEN_SEXPR -> brackets.push(token);
            case CLOSE_SEXPR -> brackets.poll();
            case ID, STRING, NUMBER, BOOLEAN, UNDEFINED, NULL -> nameBlock(token);
            default -> {}
        }
        last = token;
    }

    private void nameBlock(Token word) {
        if (!blocks.isEmpty() && blocks.getFirst().open.equals(last)) {
            blocks.push(blocks.pop().named(word.raw()));
        }
    }

    /// What is wrong with a token that can't come here.
    Mistake mistake(Token found, Set<TokenKind> expected) {
        return switch (found.kind()) {
            case EOF, NOTHING -> unfinished(found);
            case INVALID ->
                found.raw().equals("!") && tag != null && tag.equals(last)
                        ? openComment(tag, found)
                        : Mistake.at(found, invalid(found.raw()));
            case OPEN_ENDBLOCK -> tag == null ? Mistake.at(found, notOpened()) : Mistake.at(found, inTag());
            case INVERSE, OPEN_INVERSE_CHAIN -> Mistake.at(found, tag == null ? otherwise() : inTag());
            case CLOSE, CLOSE_UNESCAPED, CLOSE_RAW_BLOCK -> tagEnds(found, expected);
            case CLOSE_SEXPR -> Mistake.at(found, "This ) closes nothing. Take it out, or write ( where it begins.");
            case EQUALS ->
                Mistake.at(found, "Before = stands a name, as in key=value. A text with = in it stands in quotes.");
            case OPEN, OPEN_UNESCAPED, OPEN_BLOCK, OPEN_INVERSE, OPEN_PARTIAL, OPEN_PARTIAL_BLOCK, OPEN_RAW_BLOCK ->
                Mistake.at(found, inTag());
            default ->
                Mistake.at(
                        found,
                        "“" + found.raw()
                                + "” can’t stand here. Texts stand in quotes, values are separated by spaces.");
        };
    }

    /// What is wrong where the text ends too early or has no more meaning.
    ///
    /// @param at the place
    Mistake unreadable(String text, int at) {
        if (text.startsWith("{{!", at)) {
            return new Mistake("This comment is never closed. Write --}} where it ends.", at, at + 3);
        }
        if (!blocks.isEmpty() && blocks.getFirst().isRaw()) {
            return neverClosed(blocks.getFirst());
        }
        return new Mistake("A template can’t hold this character. Take it out.", at, Math.min(text.length(), at + 1));
    }

    /// What is wrong with an end that is not that of the block.
    static Mistake otherEnd(Token end, String opened, String closed) {
        return Mistake.at(
                end,
                "{{/%s}} ends a block that begins with “%s”. Write {{/%s}} here, or close what was opened in between."
                        .formatted(closed, opened, opened));
    }

    private Mistake unfinished(Token end) {
        if (!brackets.isEmpty()) {
            return Mistake.at(brackets.getFirst(), "This ( is never closed. Write ) where it ends.");
        }
        if (tag != null) {
            return Mistake.at(tag, "This tag is never closed. Write %s where it ends.".formatted(endOf(tag)));
        }
        return blocks.isEmpty() ? Mistake.at(end, "The template ends too early here.") : neverClosed(blocks.getFirst());
    }

    private static Mistake neverClosed(Block block) {
        int from = block.open.from();
        return new Mistake(
                "%s is never closed. Write %s where it ends.".formatted(block.shown(), block.end()),
                from,
                from + block.open.raw().length() + block.name.length());
    }

    private Mistake tagEnds(Token found, Set<TokenKind> expected) {
        if (!brackets.isEmpty()) {
            return Mistake.at(brackets.getFirst(), "This ( is never closed. Write ) before the tag ends.");
        }
        if (tag != null && tag.equals(last)) {
            return new Mistake(
                    "This tag is empty. Write between the braces what is to stand here.",
                    tag.from(),
                    found.from() + found.raw().length());
        }
        if (tag != null && expected.stream().anyMatch(Written::endsTag)) {
            return Mistake.at(
                    found, "A tag that begins with %s ends with %s.".formatted(braces(tag.raw()), endOf(tag)));
        }
        return Mistake.at(found, "Something is missing before the tag ends, such as a value behind =.");
    }

    private static boolean endsTag(TokenKind kind) {
        return kind == TokenKind.CLOSE || kind == TokenKind.CLOSE_UNESCAPED || kind == TokenKind.CLOSE_RAW_BLOCK;
    }

    private static String braces(String open) {
        return open.startsWith("{{{{") ? "{{{{" : open.startsWith("{{{") ? "{{{" : "{{";
    }

    private static String endOf(Token tag) {
        return "}".repeat(braces(tag.raw()).length());
    }

    private static String notOpened() {
        return "This ends a block that does not begin anywhere. Take it out, or write {{#…}} where the block begins.";
    }

    private static String inTag() {
        return "The tag before this one has no end. Write }} where it ends.";
    }

    private String otherwise() {
        return blocks.isEmpty()
                ? "An else stands inside of a block only. Take it out, or write {{#if …}} where the block begins."
                : "This block has an else already. Take one of them out.";
    }

    private static Mistake openComment(Token open, Token mark) {
        return new Mistake("This comment is never closed. Write }} where it ends.", open.from(), mark.from() + 1);
    }

    private static String invalid(String raw) {
        return switch (raw) {
            case "'", "\"" -> "This text in quotes has no end. Write " + raw + " where it ends.";
            case "[" -> "This [ is never closed. Write ] where it ends.";
            case "{" -> "A single { can’t stand in a tag. Texts stand in quotes.";
            case "}" -> "A tag ends with both braces: }}.";
            default -> "“" + raw + "” can’t stand in a tag. Texts stand in quotes, as in 'a text'.";
        };
    }
}
