package dev.understudy.template;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.template.helper.registry.Helpers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateFuzzTest {

    private static final int TEMPLATES = 4_000;
    private static final int MAX_PIECES = 14;
    private static final Duration LONG = Duration.ofSeconds(5);

    private static final String WORLD = "{\"status\":true,\"request\":{\"body\":{\"a\":[1,\"x\",null,{\"b\":2}]},"
            + "\"query\":{\"q\":\"1\"}},\"buckets\":[{\"id\":\"b\",\"name\":\"b\",\"value\":[3,{\"a\":1}]}]}";

    private static final List<String> SIGNS = List.of(
            "{{",
            "}}",
            "{{{",
            "}}}",
            "{{#",
            "{{/",
            "{{^",
            "{{else}}",
            "{{else if ",
            "{{>",
            "{{#>",
            "{{!",
            "{{!--",
            "--}}",
            "{{&",
            "{{~",
            "~}}",
            "{{{{",
            "}}}}",
            "{{{{/",
            "(",
            ")",
            "this",
            "..",
            ".",
            "/",
            "@",
            "@index",
            "\"s\"",
            "'t'",
            "1",
            "-2.5",
            "true",
            "null",
            "undefined",
            "=",
            "x=",
            "as |",
            "|",
            "[a b]",
            " ",
            "\n",
            "text",
            "\\",
            "\0",
            "\uD800",
            "{{#if ",
            "{{/if}}",
            "{{#each ",
            "{{/each}}",
            "{{#repeat 3}}",
            "{{/repeat}}",
            "{{#*inline 'p'}}",
            "{{/inline}}",
            "{{> p}}",
            "{{> p 1 a=2}}",
            "(bodyRaw 'a')",
            "(dataRaw 'b')",
            "(array 1 'x' null)",
            "(object a=1 b='x')");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 20_261_121})
    @DisplayName("T16: whatever is written, a template renders, fails with a sentence, or is refused with one")
    void anyTextIsATemplateOrRefused(long seed) {
        System.out.println("TemplateFuzzTest seed " + seed);
        Random random = new Random(seed);
        List<String> names = new ArrayList<>(Helpers.names());
        for (int i = 0; i < TEMPLATES; i++) {
            String template = i % 2 == 0 ? anything(random, names) : calls(random, names);
            long from = System.nanoTime();
            String outcome = Table.outcome(template, World.of(WORLD));
            assertThat(Duration.ofNanos(System.nanoTime() - from)).as(template).isLessThan(LONG);
            assertThat(outcome).as(template).doesNotContain("Exception", "java.", "dev.understudy");
        }
    }

    private static String anything(Random random, List<String> names) {
        StringBuilder text = new StringBuilder();
        for (int pieces = random.nextInt(MAX_PIECES); pieces >= 0; pieces--) {
            text.append(random.nextInt(4) == 0 ? any(random, names) : any(random, SIGNS));
            text.append(random.nextInt(3) == 0 ? " " : "");
        }
        return text.toString();
    }

    /// Calls that can be parsed, of any helper with any arguments.
    private static String calls(Random random, List<String> names) {
        StringBuilder text = new StringBuilder();
        for (int calls = random.nextInt(3); calls >= 0; calls--) {
            String name = any(random, names);
            String call = name + arguments(random, names, 2);
            text.append(
                    random.nextInt(4) == 0
                            ? "{{#" + call + "}}x{{this}}{{else}}y{{/" + name + "}}"
                            : "{{{" + call + " }}}");
        }
        return text.toString();
    }

    private static String arguments(Random random, List<String> names, int depth) {
        StringBuilder text = new StringBuilder();
        for (int count = random.nextInt(5); count > 0; count--) {
            text.append(' ').append(argument(random, names, depth));
        }
        return text.toString();
    }

    private static String argument(Random random, List<String> names, int depth) {
        return switch (random.nextInt(depth > 0 ? 10 : 8)) {
            case 0 -> Integer.toString(random.nextInt(-3, 12));
            case 1 -> "'b'";
            case 2 -> "''";
            case 3 ->
                any(
                        random,
                        List.of(
                                "true",
                                "false",
                                "null",
                                "undefined",
                                "1.5",
                                "@index",
                                "this",
                                "x.y",
                                "'$.a'",
                                "'a.0'",
                                "'set'",
                                "'7'"));
            case 4 -> "(array 3 1 '2' null (object a=1))";
            case 5 -> "(object a=1 b=(array 1))";
            case 6 -> "(body 'a')";
            case 7 -> "(dataRaw 'b')";
            default -> "(" + any(random, names) + arguments(random, names, depth - 1) + ")";
        };
    }

    private static <T> T any(Random random, List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
