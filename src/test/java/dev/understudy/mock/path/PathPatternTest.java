package dev.understudy.mock.path;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathPatternTest {

    @ParameterizedTest(name = "{0} is read as {1}")
    @DisplayName("M2 the path syntax of older files is rewritten step by step")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a/*/b/*|/a/*wildcard0/b/*wildcard1",
                "*|/*wildcard0",
                "*a|/*a",
                "*_|/*_",
                "*\"q\"|/*\"q\"",
                "*é|/*wildcard0é",
                "a/*?|/a/*wildcard{0}",
                "ab(cd)?e|/ab{cd}e",
                "ab(cd)e|/ab{cd}e",
                "(a)(b)?|/{a}{b}",
                "users/:id?|/users{/:id}",
                ":name.:ext?|/:name{.:ext}",
                "a-:b?|/a{-:b}",
                "a~:b?.:c+|/a{~:b}.*c",
                "files/:path+|/files/*path",
                "files/:path*|/files{/*path}",
                "ab?cd|/a{b}cd",
                "_?|/{_}",
                "ab+cd|/ab{b}cd",
                "test?x=1|/tes{t}x=1",
                "a\\?|/a\\?",
                "a\\(b\\)|/a\\(b\\)",
                ":id(\\d+)|/:id{\\d+}",
                "a b//c|/a%20b/c",
            })
    void legacySyntax(String endpoint, String expected) {
        assertThat(LegacyPathSyntax.rewrite(LegacyPathSyntax.join("", endpoint)))
                .isEqualTo(expected);
    }

    @Test
    @DisplayName("M1 the path is prefix and endpoint with slashes collapsed; spaces of the endpoint only are encoded")
    void join() {
        assertThat(LegacyPathSyntax.join("/my api/", "/a b//c")).isEqualTo("/my api/a%20b/c");
        assertThat(LegacyPathSyntax.join("", "")).isEqualTo("/");
    }

    @ParameterizedTest(name = "{0} on {1}: {2}")
    @DisplayName("M3 a path matches its pattern and the captures take what the reference takes")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "test|/test|{}",
                "test|/test/|{}",
                "test|/TeSt|{}",
                "test|/tes|no",
                "test|/test/x|no",
                "test/|/test|no",
                "test/|/test/|{}",
                "|/|{}",
                "a.b|/aXb|no",
                "a\\:b|/a:b|{}",
                ":id|/a%2Fb|{id=a/b}",
                ":id|/|no",
                ":id|/a/b|no",
                ":\"any.name\"x|/yx|{any.name=y}",
                "users/:id?|/users|{}",
                "users/:id?|/users/7/|{id=7}",
                "*|/|no",
                "*|/a|{wildcard0=[a]}",
                "test/*|/test|no",
                "test/*|/test/|no",
                "test/*|/test/a/b|{wildcard0=[a, b]}",
                "test/*|/test/a/|{wildcard0=[a, ]}",
                "a/*x/b/*y|/a/1/2/b/3/4|{x=[1, 2], y=[3, 4]}",
                "ab*cd|/abX/Y|{cd=[X, Y]}",
                "file/:name.:ext?|/file/a.b.txt|{ext=txt, name=a.b}",
                "file/:name.:ext?|/file/a|{name=a}",
                "from-:a-to-:b|/from-x-y-to-z|{a=x-y, b=z}",
                "ab+cd|/abbcd|{}",
                "ab+cd|/abbbcd|no",
                "test?x=1|/tesx=1|{}",
                "files/:path*|/files|{}",
                "files/:path*|/files/a/b|{path=[a, b]}",
                "{/:lang}/x|/x|no",
                "{/:lang}/x|/en/x|no",
                ":a?/b|/b|{}",
                "t%C3%A9st|/t%c3%a9st|{}",
                ":v|/%C3%A9|{v=é}",
            })
    void match(String endpoint, String path, String expected) {
        assertThat(match(endpoint == null ? "" : endpoint, path)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} on {1}: {2}")
    @DisplayName("M72 M73 M74 a path matches requests that escape what addresses must escape")
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '_',
            value = {
                "straße~/stra%C3%9Fe~{}",
                "straße~/STRA%c3%9fe~{}",
                "straße~/strasse~no",
                "stra%C3%9Fe~/stra%c3%9fe~{}",
                "stra%c3%9fe~/stra%C3%9Fe~{}",
                "café~/CAF%C3%89~{}",
                "КОТ/кот~/%D0%BA%D0%BE%D1%82/%D0%9A%D0%9E%D0%A2~{}",
                "接口/用户~/%E6%8E%A5%E5%8F%A3/%e7%94%a8%e6%88%b7~{}",
                "接口/用户~/%E6%8E%A5%E5%8F%A3%2F%E7%94%A8%E6%88%B7~no",
                "😀~/%F0%9F%98%80~{}",
                "q|r~/q%7Cr~{}",
                "q|r~/q%7cr~{}",
                "q|r~/q|r~{}",
                "q%7Cr~/q|r~{}",
                "q%7cr~/q%7Cr~{}",
                "a b~/a%20b~{}",
                "a%20b~/a%20b~{}",
                "a\"b~/a%22b~{}",
                "[x]~/%5Bx%5D~{}",
                "[x]~/[x]~{}",
                "a^b`c<d>~/a%5Eb%60c%3Cd%3E~{}",
                "a\\\\b~/a%5Cb~{}",
                "a\\{b\\}~/a%7Bb%7D~{}",
                "what\\?~/what%3F~{}",
                "a#b~/a%23b~{}",
                "a%b~/a%25b~{}",
                "100%~/100%25~{}",
                "100%25~/100%25~{}",
                "100%2541~/100%2541~{}",
                "100%2541~/100%41~no",
                "abc~/%61bc~no",
                "a/b~/a%2Fb~no",
                ":v|:w~/%C3%A9%7C%F0%9F%98%80~{v=é, w=😀}",
                ":v|:w~/a|b~{v=a, w=b}",
                ":v~/a|%25%41~{v=a|%A}",
                "é/*w~/%C3%A9/a|/%5B~{w=[a|, []}",
                "{é-}:v~/%C3%A9-1~{v=1}",
                "{é-}:v~/1~{v=1}",
                ":id-é.x~/%C3%A9-%C3%A9.x~{id=é}",
                "%C3%9{F}~/%C3%9F~{}",
            })
    void escaped(String endpoint, String path, String expected) {
        assertThat(match(endpoint, path)).isEqualTo(expected);
    }

    @Test
    @DisplayName("M72 a prefix matches as a route does, and half a character is U+FFFD")
    void escapedPrefix() {
        assertThat(PathPattern.parse("/接 口/", "用户"))
                .isInstanceOfSatisfying(
                        PathPattern.Parsing.Parsed.class,
                        parsed -> assertThat(parsed.pattern().match("/%E6%8E%A5%20%E5%8F%A3/%E7%94%A8%E6%88%B7"))
                                .isPresent());
        assertThat(match("a\uD83D", "/a%EF%BF%BD")).isEqualTo("{}");
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("M4 a path that can't be read says why and where")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "users/:id(\\d+)|Unexpected + at index 13: /users/:id{\\d+}",
                "(.*)|Missing parameter name at index 4: /{.*}",
                "files*|Missing parameter name at index 7: /files*",
                "a/**|Missing parameter name at index 14: /a/*wildcard0*",
                "a()b|Unexpected ( at index 2: /a()b",
                "a[b]?|Unexpected ? at index 5: /a[b]?",
                "a!|Unexpected ! at index 2: /a!",
                "a}|Unexpected } at index 2: /a}",
                "{a|Unexpected end at index 3, expected }: /{a",
                "a\\|Unexpected end after \\ at index 3: /a\\",
                ":\"x|Unterminated quote at index 2: /:\"x",
                ":a:b|Missing text before \"b\" param: /:a:b",
                "x-:a*b|Missing text before \"b\" wildcard: /x-:a*b",
            })
    void malformed(String endpoint, String reason) {
        assertThat(reasonOf(endpoint)).isEqualTo(reason);
    }

    @Test
    @DisplayName("M5 more than 256 combinations of optional groups are refused, however they are nested")
    void tooManyAlternatives() {
        assertThat(PathPattern.parse("", "{a}".repeat(8))).isInstanceOf(PathPattern.Parsing.Parsed.class);
        assertThat(reasonOf("{a}".repeat(9))).startsWith("Too many path combinations");
        assertThat(reasonOf("{a}".repeat(5_000))).startsWith("Too many path combinations");
        assertThat(reasonOf("{a".repeat(255) + "}".repeat(255))).isEmpty();
        assertThat(reasonOf("{a".repeat(300) + "}".repeat(300))).startsWith("Too many");
    }

    @Test
    @DisplayName("M5 more than 500 segments are refused")
    void tooManySegments() {
        assertThat(reasonOf("a/".repeat(499) + "a")).isEmpty();
        assertThat(reasonOf("a/".repeat(500) + "a")).startsWith("More than 500 segments");
    }

    @Test
    @DisplayName("M6 a long path takes linear time whatever the pattern")
    void linear() {
        String path = "/" + "a-".repeat(50_000);
        assertThat(match(":a-:b-:c-:d-:e-x", path)).isEqualTo("no");
        assertThat(match("*a-*b-*c-x", path)).isEqualTo("no");
        String escapes = "/" + "%C3%A9|%25".repeat(30_000);
        assertThat(match("*a|*b|*c|x", escapes)).isEqualTo("no");
        assertThat(match(":a%25:b%25:c|é", escapes)).isEqualTo("no");
    }

    private static String match(String endpoint, String path) {
        PathPattern pattern = ((PathPattern.Parsing.Parsed) PathPattern.parse("", endpoint)).pattern();
        return pattern.match(path).map(PathPatternTest::text).orElse("no");
    }

    private static String text(Map<String, Captured> captured) {
        Map<String, String> texts = new TreeMap<>();
        captured.forEach((name, value) -> texts.put(
                name,
                switch (value) {
                    case Captured.Value(String text) -> text;
                    case Captured.Pieces(List<String> pieces) -> pieces.toString();
                }));
        return texts.toString();
    }

    /// Empty if the path can be read.
    private static String reasonOf(String endpoint) {
        return switch (PathPattern.parse("", endpoint)) {
            case PathPattern.Parsing.Parsed _ -> "";
            case PathPattern.Parsing.Malformed(String reason) -> reason;
        };
    }
}
