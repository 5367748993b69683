package dev.understudy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Tests quote the rules of the specification that they prove")
class SpecTest {

    private static final Path SPEC = Path.of("docs/SPEC.md");
    private static final Pattern RULE = Pattern.compile("\\*\\*([A-Z]\\d+)\\*\\*");
    private static final Pattern QUOTE = Pattern.compile("\\b[A-Z]\\d+\\b");

    /// A kind of test, and where its files have names: only there a rule is quoted.
    private enum Tests {
        JAVA(
                "src/test/java",
                ".java",
                "@(?:DisplayName|ParameterizedTest|RepeatedTest)\\(\\s*(?:name\\s*=\\s*)?"
                        + "((?:\"(?:[^\"\\\\]|\\\\.)*\"[\\s+]*)+)"),
        JOURNEYS("e2e/src/test/java", ".java", JAVA.names.pattern()),
        VECTORS("src/test/resources/vectors", ".json", "\"name\": *\"([^\"]*)\""),
        TEMPLATES("src/test/resources/templates", ".txt", "(?m)^§ (.*)$"),
        FRONTEND("frontend/test", ".test.ts", "\\b(?:it|describe)\\(\\s*(['\"`].*)");

        final Path folder;
        final String ending;
        final Pattern names;

        Tests(String folder, String ending, String names) {
            this.folder = Path.of(folder);
            this.ending = ending;
            this.names = Pattern.compile(names);
        }

        Stream<String> quoted() throws IOException {
            try (Stream<Path> walk = Files.walk(folder)) {
                List<Path> files =
                        walk.filter(file -> file.toString().endsWith(ending)).toList();
                return files.stream().flatMap(this::quotedIn);
            }
        }

        private Stream<String> quotedIn(Path file) {
            return names.matcher(text(file))
                    .results()
                    .flatMap(name -> QUOTE.matcher(name.group(1)).results())
                    .map(MatchResult::group);
        }
    }

    @Test
    @DisplayName("every rule is quoted by a test")
    void everyRuleIsQuoted() throws IOException {
        Set<String> open = rules();
        open.removeAll(quoted());
        assertThat(open).as("rules that no test quotes").isEmpty();
    }

    @Test
    @DisplayName("a rule has its number for itself")
    void numbersAreUnique() {
        List<String> first = Pattern.compile("(?m)^- " + RULE.pattern())
                .matcher(text(SPEC))
                .results()
                .map(rule -> rule.group(1))
                .toList();
        assertThat(first).doesNotHaveDuplicates().hasSizeGreaterThan(500);
    }

    private static Set<String> rules() {
        return RULE.matcher(text(SPEC))
                .results()
                .map(rule -> rule.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> quoted() throws IOException {
        Set<String> quoted = new TreeSet<>();
        for (Tests tests : Tests.values()) {
            tests.quoted().forEach(quoted::add);
        }
        return quoted;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
