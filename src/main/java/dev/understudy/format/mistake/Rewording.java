package dev.understudy.format.mistake;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Puts what a parser says into words for people: the first pattern that all of it matches counts. Immutable.
public final class Rewording {

    /// Something that a parser says, and what people are told instead.
    public record Known(Pattern pattern, String words) {}

    private final List<Known> known;

    private Rewording(List<Known> known) {
        this.known = known;
    }

    /// Of what is known, the most special first.
    public static Rewording of(Known... known) {
        return new Rewording(List.of(known));
    }

    /// Something that a parser says.
    ///
    /// @param pattern of its words; a dot is any sign
    /// @param words for people; `$1` is what the first group found
    public static Known known(String pattern, String words) {
        return new Known(Pattern.compile(pattern, Pattern.DOTALL), words);
    }

    /// The words for people; empty if nobody knows any.
    public Optional<String> words(String told) {
        for (Known each : known) {
            Matcher matcher = each.pattern().matcher(told);
            if (matcher.matches()) {
                return Optional.of(matcher.replaceFirst(each.words()));
            }
        }
        return Optional.empty();
    }
}
