package dev.understudy.js.regex;

import dev.understudy.js.Effort;

/// A regular expression that a user wrote, as `new RegExp(source, flags)` reads it. Immutable; any thread may search
/// with it. A search takes memory and time only as far as its [Effort] reaches.
public final class JsRegex {

    /// Longer ones are refused.
    public static final int MAX_SOURCE = 1 << 16;

    /// What reading a text as a regular expression came to.
    public sealed interface Compilation {}

    /// It is one.
    public record Compiled(JsRegex regex) implements Compilation {}

    /// It is none.
    ///
    /// @param message in the words of V8
    /// @param mistake the same for people
    public record Invalid(String message, RegexMistake mistake) implements Compilation {}

    private final RegexProgram program;

    private JsRegex(RegexProgram program) {
        this.program = program;
    }

    /// Reads a source, without slashes around it.
    ///
    /// @param ignoreCase the flag `i`
    public static Compilation compile(String source, boolean ignoreCase) {
        try {
            if (source.length() > MAX_SOURCE) {
                throw new RegexSyntaxException(RegexMistake.TOO_LARGE);
            }
            RegexParser parser = new RegexParser(source, ignoreCase);
            RegexNode root = parser.parse();
            return new Compiled(new JsRegex(Emitter.emit(root, parser.groups(), ignoreCase)));
        } catch (RegexSyntaxException refused) {
            String flags = ignoreCase ? "i" : "";
            String message = "Invalid regular expression: /" + source + "/" + flags + ": " + refused.getMessage();
            return new Invalid(message, refused.mistake());
        }
    }

    /// Whether it matches anywhere in the text.
    ///
    /// @throws X if the search takes more than there is to spend
    public <X extends Exception> boolean find(String text, Effort<X> effort) throws X {
        return new Matcher<>(program, text, effort).find();
    }
}
