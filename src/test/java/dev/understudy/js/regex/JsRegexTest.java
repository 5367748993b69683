package dev.understudy.js.regex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.understudy.Sentences;
import dev.understudy.js.Effort;
import dev.understudy.js.JsArray;
import dev.understudy.js.JsValue;
import dev.understudy.js.JsValue.Num;
import dev.understudy.js.JsValue.Text;
import dev.understudy.js.Lines;
import dev.understudy.js.regex.JsRegex.Compiled;
import dev.understudy.js.regex.JsRegex.Invalid;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsRegexTest {

    private static final Effort<RuntimeException> ENDLESS = _ -> {};

    @Test
    @DisplayName("J10, J11: every expression of the table finds what it finds in V8, or is refused in its words")
    void findsWhatV8Finds() {
        List<JsArray> lines = Lines.of("regex.jsonl");
        List<JsValue> texts = lines.getFirst().values();
        List<String> wrong = new ArrayList<>();
        for (JsArray line : lines.subList(1, lines.size())) {
            String regex = "/" + Lines.text(line, 0) + "/" + Lines.text(line, 1);
            switch (compile(line)) {
                case Invalid(String message, var _) -> {
                    if (!line.get(2).equals(new Text(message))) {
                        wrong.add(regex + ": " + message + " instead of " + line.get(2));
                    }
                }
                case Compiled(JsRegex compiled) -> {
                    for (int at = 0; at < texts.size(); at++) {
                        boolean expected = line.get(2) instanceof JsArray found
                                && found.get(at).equals(new Num(1));
                        String text = text(texts.get(at));
                        if (compiled.find(text, ENDLESS) != expected) {
                            wrong.add(regex + " in '" + text + "' should be " + expected);
                        }
                    }
                    if (!(line.get(2) instanceof JsArray)) {
                        wrong.add(regex + " should be refused: " + line.get(2));
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(a+)+$",
                "(a|a)*$",
                "(a|aa)+$",
                "(.*a){20}$",
                "((a*)*)*$",
                "^(([a-z])+.)+[A-Z]([a-z])+$",
                "(?:a?){60}a{60}$",
                "(?=(a+)+$)b",
                "(?<=(a+)+)$x",
                "(a*)*\\1$",
                "(?:){1000000000}",
                "(a+)+\\1b"
            })
    @Timeout(10)
    @DisplayName("J12: an expression that would take for ever stops when its effort is used up")
    void explosionsAreStopped(String source) {
        String text = "a".repeat(50_000) + "!";
        JsRegex regex = regex(source);
        assertThatThrownBy(() -> regex.find(text, new Purse(2_000_000))).isInstanceOf(Spent.class);
    }

    @Test
    @DisplayName("J12: neither a long text nor a deep expression overflows a stack")
    void longTextsAndDeepExpressions() throws Spent {
        String text = "ab".repeat(50_000);
        assertThat(regex("^(a|b)*$").find(text, new Purse(20_000_000))).isTrue();
        assertThat(regex("^(?:.|\\n)+$").find(text, new Purse(20_000_000))).isTrue();
        String deep = "(".repeat(RegexParser.MAX_DEPTH - 1) + "a" + ")".repeat(RegexParser.MAX_DEPTH - 1);
        assertThat(regex(deep).find("a", ENDLESS)).isTrue();
        assertThat(JsRegex.compile("(" + deep + ")", false)).isInstanceOf(Invalid.class);
    }

    @Test
    @DisplayName("J12: the ways that a search keeps are bounded, whatever it may spend")
    void keptWaysAreBounded() {
        String text = "ab".repeat(2 * Matcher.MAX_STACK);
        assertThatThrownBy(() -> regex("^(a|b)*$").find(text, new Purse(1_000_000_000)))
                .isInstanceOf(Spent.class);
    }

    @Test
    @DisplayName("J12: sources that are too long are refused")
    void longSourcesAreRefused() {
        assertThat(JsRegex.compile("a".repeat(JsRegex.MAX_SOURCE), false)).isInstanceOf(Compiled.class);
        assertThat(JsRegex.compile("a".repeat(JsRegex.MAX_SOURCE + 1), false)).isInstanceOf(Invalid.class);
    }

    @Test
    @DisplayName(
            "U102 what is wrong with an expression is a sentence that says what to write, and each is of some expression")
    void saysWhatToWrite() {
        List<String> sources = List.of(
                "a".repeat(JsRegex.MAX_SOURCE + 1),
                ")",
                "*",
                "(?",
                "(",
                "[a",
                "[b-a]",
                "\\",
                "(?<a>)\\k<b>",
                "(?<a>)\\k",
                "(?<1>)",
                "(?<a>)(?<a>)",
                "(?<=a)*",
                "a{2,1}");
        assertThat(sources)
                .extracting(source -> ((Invalid) JsRegex.compile(source, false)).mistake())
                .containsExactly(RegexMistake.values());
        for (RegexMistake mistake : RegexMistake.values()) {
            Sentences.assertIsOne(mistake.sentence());
        }
    }

    private static JsRegex.Compilation compile(JsArray line) {
        return JsRegex.compile(Lines.text(line, 0), Lines.text(line, 1).equals("i"));
    }

    private static String text(JsValue value) {
        return value instanceof Text(String text) ? text : "";
    }

    private static JsRegex regex(String source) {
        return switch (JsRegex.compile(source, false)) {
            case Compiled(JsRegex regex) -> regex;
            case Invalid(String message, var _) -> throw new IllegalArgumentException(message);
        };
    }

    /// Says that nothing is left.
    private static final class Spent extends Exception {
        private static final long serialVersionUID = 1L;
    }

    /// A limited effort.
    private static final class Purse implements Effort<Spent> {
        private long left;

        Purse(long left) {
            this.left = left;
        }

        @Override
        public void spend(long steps) throws Spent {
            left -= steps;
            if (left < 0) {
                throw new Spent();
            }
        }
    }
}
