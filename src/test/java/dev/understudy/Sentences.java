package dev.understudy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;

/// What is said to people has this form: one or more sentences, without words that only programmers of this server
/// know.
public final class Sentences {

    private static final Pattern SENTENCES = Pattern.compile("[\\p{Lu}\\d“\"{].*[.!?…]”?", Pattern.DOTALL);

    /// Names of classes and packages, words of the inner workings, places that were not filled in, JavaScript's own
    /// words.
    private static final List<Pattern> INNER = List.of(
            Pattern.compile("\\b\\p{Lu}\\p{Ll}+(?:Exception|Error|Json|Store)\\b"),
            Pattern.compile("\\b(?:java|dev|com|org)\\.[a-z]+\\.\\w+"),
            Pattern.compile("(?i)\\b(?:null|undefined|NaN|enum|node|nodes|invocation|splice|cannot read properties"
                    + "|is not a function|unexpected token|regular expression: /|at index \\d+)\\b"),
            Pattern.compile("%(?:\\d\\$)?,?[sd]"),
            Pattern.compile("\\((?:environment|folder|route|response|header|rule|bucket|callback)\\.\\w+\\)"),
            Pattern.compile(" {2}| \\.|\\.\\.$|;\\s*\\."));

    private Sentences() {}

    public static void assertIsOne(String text) {
        assertThat(text).as("a sentence").matches(SENTENCES);
        INNER.forEach(inner -> assertThat(text).as("words for people").doesNotContainPattern(inner));
    }
}
