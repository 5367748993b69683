package dev.understudy.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.understudy.js.JsArray;
import dev.understudy.js.JsJson;
import dev.understudy.js.JsValue;
import dev.understudy.js.JsValue.Num;
import dev.understudy.template.scope.Budget;
import dev.understudy.template.scope.TemplateException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("T15: no template runs for ever, takes all memory, or exhausts a stack")
class TemplateLimitsTest {

    private static final Duration LONG = Duration.ofSeconds(20);
    private static final int SMALL_STACK = 512 * 1024;

    /// A tenth of a request's budget is stopped by the same words, only sooner.
    private static Budget small() {
        return new Budget(Budget.MAX_STEPS / 10, Budget.MAX_CHARACTERS / 10);
    }

    private static final String DOUBLING = "{{setVar 's' 'xxxxxxxxxxxxxxxx'}}";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{#repeat 1000000000}}{{/repeat}}",
                "{{#repeat 1000000000}}x{{/repeat}}",
                "{{#repeat 1000000000 comma=false}}{{! }}{{/repeat}}",
                "{{#repeat 'Infinity'}}x{{/repeat}}",
                "{{#repeat 100000}}{{#repeat 100000}}{{#repeat 100000}}x{{/repeat}}{{/repeat}}{{/repeat}}",
                "{{padStart 'a' 1000000000}}",
                "{{padEnd 'a' 1000000000 'xyz'}}",
                "{{padEnd 'a' 'Infinity'}}",
                DOUBLING + "{{#repeat 100}}{{setVar 's' (concat @s @s)}}{{/repeat}}{{len @s}}",
                DOUBLING + "{{#repeat 100}}{{setVar 's' (replaceAll @s 'x' 'xx')}}{{/repeat}}",
                DOUBLING + "{{#repeat 100}}{{setVar 's' (replace @s 'x' '$`$`$\\'$\\'')}}{{/repeat}}",
                DOUBLING + "{{#repeat 100}}{{setVar 's' (base64 @s)}}{{/repeat}}",
                DOUBLING + "{{#repeat 100000}}{{uppercase (padEnd 'a' 100000)}}{{/repeat}}",
                "{{setVar 'a' (array 1)}}{{#repeat 100}}{{setVar 'a' (concat @a @a)}}{{/repeat}}",
                "{{setVar 'a' (array 1)}}{{#repeat 60}}{{setVar 'a' (array @a @a)}}{{@a}}{{/repeat}}",
                "{{setVar 'a' (array 1)}}{{#repeat 60}}{{setVar 'a' (array @a @a)}}{{stringify @a}}{{/repeat}}",
                "{{setVar 'a' (array 1)}}{{#repeat 60}}{{setVar 'a' (array @a @a)}}{{join @a}}{{/repeat}}",
                "{{setVar 'a' (array 1)}}{{#repeat 60}}{{setVar 'a' (array @a @a)}}{{add @a 1}}{{/repeat}}",
                "{{setVar 'a' (array 1)}}{{#repeat 60}}{{setVar 'a' (array @a @a)}}{{concat 'x' @a}}{{/repeat}}",
                "{{setVar 'a' (array 1)}}{{#repeat 60}}{{setVar 'a' (array @a @a)}}{{lookup 'x' @a}}{{/repeat}}",
                "{{setVar 'a' (array 1)}}{{#repeat 100000}}{{setVar 'a' (array @a)}}{{/repeat}}",
                "{{setVar 'a' (object a=1)}}{{#repeat 100000}}{{setVar 'a' (object a=@a)}}{{/repeat}}",
                "{{#repeat 100000000}}{{setVar (concat 'v' @index) 1}}{{/repeat}}",
                "{{#*inline 'p'}}{{> p}}{{/inline}}{{> p}}",
                "{{#*inline 'p'}}x{{> p}}{{> p}}{{/inline}}{{> p}}",
                "{{#*inline 'p'}}{{#if 1}}{{#each (array 1)}}{{> p}}{{/each}}{{/if}}{{/inline}}{{> p}}",
                "{{#*inline 'p'}}{{#> p}}{{> @partial-block}}{{/p}}{{/inline}}{{> p}}"
            })
    void isStoppedWithASentence(String attack) {
        Template template = ((Template.Parsing.Parsed) Template.parse(attack)).template();
        inASmallStack(
                () -> assertThatThrownBy(() -> template.render(World.of("{}").scope(small())))
                        .isInstanceOf(TemplateException.class)
                        .hasMessageMatching("This .*(: | at most ).*"));
    }

    @Test
    void goingThroughHugeListsWithinEachOtherIsStopped() throws TemplateException {
        JsValue huge = JsArray.of(Collections.nCopies(100_000, new Num(1)));
        World world = World.of("{\"buckets\":[{\"id\":\"b\",\"name\":\"b\",\"value\":0}]}");
        world.put("b", huge);
        for (String attack : List.of(
                "{{#each (dataRaw 'b')}}{{#each (dataRaw 'b')}}x{{/each}}{{/each}}",
                "{{#each (dataRaw 'b')}}{{sort (dataRaw 'b')}}{{/each}}",
                "{{#each (dataRaw 'b')}}{{len (reverse (dataRaw 'b'))}}{{/each}}",
                "{{#each (dataRaw 'b')}}{{len (concat (dataRaw 'b') 1)}}{{/each}}",
                "{{#each (dataRaw 'b')}}{{len (slice (dataRaw 'b'))}}{{/each}}",
                "{{#each (dataRaw 'b')}}{{len (filter (dataRaw 'b') 2)}}{{/each}}",
                "{{#each (dataRaw 'b')}}{{find (dataRaw 'b') 2}}{{/each}}",
                "{{#each (dataRaw 'b')}}{{len (someOf (dataRaw 'b') 1 2)}}{{/each}}",
                "{{#each (dataRaw 'b')}}{{setData 'push' 'b' '' 1}}{{/each}}",
                "{{#each (dataRaw 'b')}}{{len (data 'b')}}{{/each}}",
                "{{#each (dataRaw 'b')}}{{includes (data 'b') 'x'}}{{/each}}")) {
            Template template = ((Template.Parsing.Parsed) Template.parse(attack)).template();
            inASmallStack(() -> assertThatThrownBy(() -> template.render(world.scope(small())))
                    .as(attack)
                    .isInstanceOf(TemplateException.class)
                    .hasMessageStartingWith("This "));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{concat (",
                "{{#if ",
                "{{#if 1}}",
                "{{^if 1}}",
                "{{#if 0}}{{else if 1}}",
                "{{#> p}}",
                "{{{{a}}}}"
            })
    void deepNestingIsRefused(String opening) {
        String attack = opening.contains("(")
                ? "{{concat " + "(concat ".repeat(100_000)
                : opening.equals("{{#if ") ? "{{#if " + "(eq ".repeat(100_000) : opening.repeat(100_000);
        inASmallStack(() -> assertThat(Template.parse(attack)).isInstanceOf(Template.Parsing.Malformed.class));
    }

    @Test
    void longChainsAndPathsAreNoProblem() {
        inASmallStack(() -> {
            assertThat(Table.outcome("{{" + "../".repeat(50_000) + "x}}", World.of("{}")))
                    .isEmpty();
            assertThat(Table.outcome("{{a" + ".a".repeat(50_000) + "}}", World.of("{}")))
                    .isEmpty();
            assertThat(Table.outcome("{{concat" + " 'a'".repeat(1_000) + "}}", World.of("{}")))
                    .hasSize(1_000);
            assertThat(Table.outcome("{{#if 0}}" + "{{else if 0}}".repeat(150) + "{{/if}}", World.of("{}")))
                    .isEmpty();
        });
    }

    @Test
    void longTextsThatAreNearlyNumbersAreNoProblem() {
        inASmallStack(() -> {
            String digits = "(padEnd '1' 1000000 '1')";
            assertThat(Table.outcome("{{add (concat " + digits + " 'x') 1}}", World.of("{}")))
                    .isEqualTo("NaN");
            assertThat(Table.outcome("{{add (concat '0x' " + digits + ") 1}}", World.of("{}")))
                    .isEqualTo("Infinity");
            assertThat(Table.outcome("{{parseInt (concat " + digits + " 'x')}}", World.of("{}")))
                    .isEqualTo("Infinity");
            assertThat(Table.outcome("{{toFixed '1e-300' 100}}", World.of("{}")))
                    .hasSize(102);
        });
    }

    /// What comes of them does not matter, as long as it comes soon.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{faker 'number.int' (concat '{' (padEnd 'a' 1000000 'a') '}')}}",
                "{{faker 'number.int' (concat '{' (padEnd 'a' 1000000 'a ') '}')}}",
                "{{faker (padEnd 'a.' 1000000 'a.')}}",
                "{{now (padEnd 'y' 1000000 'y')}}",
                "{{now (concat \"'\" (padEnd 'y' 1000000 'y'))}}",
                "{{now (padEnd \"'\" 1000000 \"'\")}}",
                "{{dateFormat (padEnd '1' 1000000 '1') 'yyyy'}}",
                "{{isValidDate (padEnd '(' 1000000 '(')}}",
                "{{isValidDate (padEnd 'a' 1000000 'a1 ')}}",
                "{{dateTimeShift date='2020-01-01' years=99999999999 days=99999999999 seconds='9999999999999999999'}}",
                "{{jwtPayload (padEnd 'a.' 1000000 'a.')}}",
                "{{jsonParse (padEnd '[' 1000000 '[')}}",
                "{{jsonPath (array 1) (concat '$' (padEnd '.' 900 '.a'))}}",
                "{{jsonPath (array 1) (concat '$[?(@.a' (padEnd '' 900 '(') ')]')}}",
                "{{jmesPath (array 1) (padEnd '[' 100000 '[')}}",
                "{{jmesPath (array 1) (padEnd '(' 100000 '(')}}",
                "{{objectPath (array 1) (padEnd 'a.' 1000000 'a.')}}",
                "{{sort (split (padEnd 'a ' 300000 'b a '))}}",
                "{{len (split (padEnd 'a' 3000000 'a') 'a')}}",
                "{{replaceAll (padEnd 'a' 100000 'a') 'a' '$`'}}",
                "{{includes (padEnd 'a' 1000000 'a') (padEnd 'a' 500000 'ab')}}",
                "{{indexOf (padEnd 'a' 1000000 'a') (concat (padEnd 'a' 500000 'a') 'b')}}"
            })
    void longArgumentsAreNoProblem(String attack) {
        inASmallStack(() -> assertThat(Table.outcome(attack, World.of("{}"))).doesNotContain("Exception"));
    }

    /// A list of a million items that are all in one place, which the doubling of a list makes for twenty steps.
    private static final String SHARED =
            "{{setVar 'a' (array 1)}}{{#repeat 20 comma=false}}{{setVar 'a' (array @a @a)}}{{/repeat}}";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{#repeat 40}}{{setVar 'a' (array @a @a)}}{{/repeat}}",
                "{{#repeat 1000000}}{{jsonPath (array (object x=@a)) '$[?(@.x == 1)]'}}{{/repeat}}",
                "{{#repeat 1000000}}{{jsonPath (array (object x=@a)) '$[?(@.x < \"b\")]'}}{{/repeat}}",
                "{{#repeat 1000000}}{{len (jmesPath (array @a) 'to_string(@)')}}{{/repeat}}",
                "{{#repeat 1000000}}{{jmesPath (array @a @a) '@[0] == @[1]'}}{{/repeat}}",
                "{{#repeat 1000000}}{{jmesPath (array @a @a) 'contains(@, @[1])'}}{{/repeat}}",
                "{{#repeat 1000000}}{{> (lookup (array @a) 0)}}{{/repeat}}",
                "{{#repeat 1000000}}{{dateTimeShift date='2020-01-01' days=@a}}{{/repeat}}",
                "{{#repeat 1000000}}{{dateTimeShift date=@a}}{{/repeat}}",
                "{{#repeat 1000000}}{{isValidDate @a}}{{/repeat}}",
                "{{#repeat 1000000}}{{#repeat @a}}x{{/repeat}}{{int @a @a}}{{/repeat}}",
                "{{#repeat 1000000}}{{jwtPayload 'e30.e30.' @a}}{{/repeat}}",
                "{{#repeat 1000000}}{{data @a}}{{setData 'set' 'b' @a 1}}{{/repeat}}",
                "{{#repeat 1000000}}{{setData 'inc' 'b' '' @a}}{{/repeat}}",
                "{{#repeat 1000000}}{{sort (array @a @a)}}{{/repeat}}",
                "{{#repeat 1000000}}{{setGlobalVar @a 1}}{{/repeat}}"
            })
    void listsThatShareTheirItemsArePaidForEachTime(String attack) {
        World world = World.of("{\"buckets\":[{\"id\":\"b\",\"name\":\"b\",\"value\":[[1]]}]}");
        Template.Parsing parsing = Template.parse(SHARED + attack);
        if (parsing instanceof Template.Parsing.Parsed(Template template)) {
            inASmallStack(() -> rendered(template, world));
        } else {
            throw new AssertionError(parsing);
        }
    }

    /// What comes of it does not matter, as long as it ends.
    private static void rendered(Template template, World world) {
        try {
            assertThat(template.render(world.scope(small()))).isNotNull();
        } catch (TemplateException stopped) {
            assertThat(stopped.getMessage()).doesNotContain("Exception");
        }
    }

    /// Each turn takes as much time as the text is long, and so each turn costs as much.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{objectPath (array 1) @p}}",
                "{{jsonPath (array 1) @p}}",
                "{{jmesPath (array 1) @p}}",
                "{{jmesPath (array @p) 'max(@)'}}",
                "{{jmesPath (array @p @p) 'max(@)'}}",
                "{{jmesPath (array @p @p) 'sort(@)'}}",
                "{{jmesPath (array @p (concat @p 'x')) '@[0] == @[1]'}}",
                "{{data 'b' @p}}",
                "{{data @p}}",
                "{{getGlobalVar 'v' @p}}",
                "{{setData 'set' 'b' @p 1}}",
                "{{jsonParse @p}}",
                "{{isValidDate @p}}",
                "{{dateFormat @p 'yyyy'}}",
                "{{now @p}}",
                "{{parseInt @p}}",
                "{{add @p 1}}",
                "{{toFixed @p 2}}",
                "{{base64 @p}}",
                "{{uppercase @p}}",
                "{{includes @p 'x'}}",
                "{{indexOf @p 'x'}}",
                "{{split @p 'x'}}",
                "{{substr @p 1 5}}",
                "{{jwtPayload @p}}",
                "{{len (sort (array @p @p))}}",
                "{{filter (array @p) @p}}",
                "{{header @p}}",
                "{{queryParam @p}}",
                "{{body @p}}",
                "{{cookie @p}}",
                "{{getEnvVar @p}}",
                "{{faker @p}}"
            })
    void longTextsArePaidForEachTime(String call) {
        World world = World.of("{\"request\":{\"body\":{\"a\":1},\"query\":{\"a\":1}},\"globals\":{\"v\":{\"a\":1}},"
                + "\"buckets\":[{\"id\":\"b\",\"name\":\"b\",\"value\":{\"a\":1}}]}");
        String attack = "{{setVar 'p' (padEnd 'a.' 500000 'a.')}}{{#repeat 100000000}}" + call + "{{/repeat}}";
        Template template = ((Template.Parsing.Parsed) Template.parse(attack)).template();
        inASmallStack(() -> rendered(template, world));
    }

    @Test
    void aSetPathOfManyNamesIsRefused() {
        World world = World.of("{\"buckets\":[{\"id\":\"b\",\"name\":\"b\",\"value\":{}}]}");
        inASmallStack(() -> assertThat(Table.outcome("{{setData 'set' 'b' '" + "a.".repeat(50_000) + "a' 1}}", world))
                .isEqualTo("✗ A path may have at most 500 names"));
    }

    @Test
    void deepValuesOfTheWorldAreNoProblem() throws TemplateException {
        JsValue deep = JsJson.parse("[".repeat(500) + "]".repeat(500)).orElseThrow();
        World world = World.of("{\"buckets\":[{\"id\":\"b\",\"name\":\"b\",\"value\":0}]}");
        world.put("b", deep);
        inASmallStack(() -> {
            assertThat(Table.outcome("{{data 'b'}}", world)).startsWith("[[[");
            assertThat(Table.outcome("{{dataRaw 'b'}}", world)).isEmpty();
            assertThat(Table.outcome("{{len (array (dataRaw 'b'))}}", world)).startsWith("✗ This value is nested");
        });
    }

    /// Runs where a recursion without an end would be seen soon, and not for long.
    private static void inASmallStack(Runnable test) {
        var failure = new AtomicReference<Throwable>();
        Thread thread = new Thread(null, test, "small", SMALL_STACK);
        thread.setUncaughtExceptionHandler((_, thrown) -> failure.set(thrown));
        thread.start();
        try {
            assertThat(thread.join(LONG)).as("ended in time").isTrue();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
        List<Throwable> failures = new ArrayList<>();
        if (failure.get() != null) {
            failures.add(failure.get());
        }
        assertThat(failures).isEmpty();
    }
}
