package dev.understudy.js.regex;

/// Why a text is no regular expression: in V8's words, for answers that programs read, and in plain ones for who wrote
/// it.
public enum RegexMistake {
    TOO_LARGE("Regular expression too large", "It is too long or too deep. Make it shorter."),
    UNMATCHED_PARENTHESIS("Unmatched ')'", "A ) closes nothing: take it out, or write \\) for the sign itself."),
    NOTHING_TO_REPEAT(
            "Nothing to repeat",
            "One of the signs *, +, ? and {…} has nothing before it to repeat: take it out, or write \\ before it for the sign itself."),
    UNKNOWN_GROUP(
            "Invalid group", "A (? begins no group there is: write (?: for a plain one, or \\? for the sign itself."),
    OPEN_GROUP("Unterminated group", "A ( is never closed: write ) where it ends, or \\( for the sign itself."),
    OPEN_CLASS(
            "Unterminated character class", "A [ is never closed: write ] where it ends, or \\[ for the sign itself."),
    REVERSED_RANGE(
            "Range out of order in character class",
            "A range in […] ends before it begins: swap both sides, as in a-z, or write \\- for the sign itself."),
    LONE_BACKSLASH(
            "\\ at end of pattern",
            "The \\ at its end stands before nothing: take it out, or write \\\\ for the sign itself."),
    UNKNOWN_NAME(
            "Invalid named capture referenced",
            "A \\k<…> names a group that there is not: write the name of one, as in (?<name>…)."),
    BROKEN_REFERENCE("Invalid named reference", "After \\k stands the name of a group, as in \\k<name>."),
    BROKEN_NAME("Invalid capture group name", "The name of a group has letters and digits only, as in (?<name>…)."),
    SAME_NAME("Duplicate capture group name", "Two groups have the same name: give one of them another."),
    BROKEN_QUANTIFIER(
            "Invalid quantifier",
            "What (?<=…) and (?<!…) look for is not repeated: take out the *, +, ? or {…} behind."),
    REVERSED_QUANTIFIER(
            "numbers out of order in {} quantifier", "In {…} the smaller number stands first, as in {2,5}: swap both.");

    private final String words;
    private final String sentence;

    RegexMistake(String words, String sentence) {
        this.words = words;
        this.sentence = sentence;
    }

    /// In the words of V8.
    String words() {
        return words;
    }

    /// What is wrong, and what to write instead.
    public String sentence() {
        return sentence;
    }
}
