package dev.understudy.js.regex;

import java.util.List;

/// What a regular expression is made of, once it is read.
sealed interface Node {

    /// Matches nothing of the text, always.
    enum Empty implements Node {
        EMPTY
    }

    /// The places that can be asked for: `^`, `$`, `\b`, `\B`.
    enum Place implements Node {
        START,
        END,
        BOUNDARY,
        NO_BOUNDARY
    }

    /// This character.
    record Literal(char character) implements Node {}

    /// One character of a set.
    record Chars(CharSet set) implements Node {}

    /// One after the other.
    record Sequence(List<Node> parts) implements Node {}

    /// The first that leads to a match.
    record Choice(List<Node> options) implements Node {}

    /// A group whose match is remembered.
    ///
    /// @param index counted from 1
    record Capture(Node body, int index) implements Node {}

    /// What a group matched last; nothing if it did not.
    record Reference(int group) implements Node {}

    /// A condition on what stands after a place, or before it.
    ///
    /// @param behind whether it looks back
    record Look(Node body, boolean behind, boolean negative) implements Node {}

    /// The same again, and again.
    ///
    /// @param max [Integer#MAX_VALUE] for any number
    /// @param firstGroup the first of the groups in the body, which each round forgets
    /// @param lastGroup lower than the first if there are none
    record Repeat(Node body, int min, int max, boolean greedy, int firstGroup, int lastGroup) implements Node {}

    /// Whether it can match without taking a character.
    default boolean canBeEmpty() {
        return switch (this) {
            case Empty _, Place _, Reference _, Look _ -> true;
            case Literal _, Chars _ -> false;
            case Sequence(List<Node> parts) -> parts.stream().allMatch(Node::canBeEmpty);
            case Choice(List<Node> options) -> options.stream().anyMatch(Node::canBeEmpty);
            case Capture(Node body, int _) -> body.canBeEmpty();
            case Repeat repeat -> repeat.min() == 0 || repeat.body().canBeEmpty();
        };
    }
}
