package dev.understudy.js.regex;

import java.util.List;

/// What a regular expression is made of, once it is read.
sealed interface RegexNode {

    /// Matches nothing of the text, always.
    enum Empty implements RegexNode {
        EMPTY
    }

    /// The places that can be asked for: `^`, `$`, `\b`, `\B`.
    enum Place implements RegexNode {
        START,
        END,
        BOUNDARY,
        NO_BOUNDARY
    }

    /// This character.
    record Literal(char character) implements RegexNode {}

    /// One character of a set.
    record Chars(CharSet set) implements RegexNode {}

    /// One after the other.
    record Sequence(List<RegexNode> parts) implements RegexNode {}

    /// The first that leads to a match.
    record Choice(List<RegexNode> options) implements RegexNode {}

    /// A group whose match is remembered.
    ///
    /// @param index counted from 1
    record Capture(RegexNode body, int index) implements RegexNode {}

    /// What a group matched last; nothing if it did not.
    record Reference(int group) implements RegexNode {}

    /// A condition on what stands after a place, or before it.
    ///
    /// @param behind whether it looks back
    record Look(RegexNode body, boolean behind, boolean negative) implements RegexNode {}

    /// The same again, and again.
    ///
    /// @param max [Integer#MAX_VALUE] for any number
    /// @param firstGroup the first of the groups in the body, which each round forgets
    /// @param lastGroup lower than the first if there are none
    record Repeat(RegexNode body, int min, int max, boolean greedy, int firstGroup, int lastGroup)
            implements RegexNode {}

    /// Whether it can match without taking a character.
    default boolean canBeEmpty() {
        return switch (this) {
            case Empty _, Place _, Reference _, Look _ -> true;
            case Literal _, Chars _ -> false;
            case Sequence(List<RegexNode> parts) -> parts.stream().allMatch(RegexNode::canBeEmpty);
            case Choice(List<RegexNode> options) -> options.stream().anyMatch(RegexNode::canBeEmpty);
            case Capture(RegexNode body, int _) -> body.canBeEmpty();
            case Repeat repeat -> repeat.min() == 0 || repeat.body().canBeEmpty();
        };
    }
}
