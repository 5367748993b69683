package dev.understudy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Walks over what the sources hand to those who talk to people, whether a test happens to come by there or not.
class MessagesTest {

    private static final Path SOURCES = Path.of("src", "main", "java", "dev", "understudy");

    private static final String LITERAL = "\"(?:[^\"\\\\]|\\\\.)*\"";

    /// Where a message for people begins: who takes it, with what may come before it among the arguments.
    private static final Pattern TAKER = Pattern.compile("(?:"
            + "Notices\\.(?:done|told|failed|undoable|offering)|Problem\\.(?:inFile|atField)|new Problem|(?<!LOG\\.|log\\.)\\bwarn|repairs\\.add"
            + "|findings\\.add|\\bmended|new Mistake|Mistake\\.(?:at|inLine)|Step\\.wrong|Step\\.Nothing|Step\\.Wrong|\\badjusted"
            + "|tooLarge|new RoomUnavailable|new TlsFailure|new Refusal|new Unreadable|new Looking|Standing\\.(?:Out|Looking)"
            + "|Answer\\.(?:Refused|Later)|\\brefuse|\\bsay|banner\\.show|news\\.refused)\\("
            + "((?:[^;\"{}]|\"\"|\"/[\\w/]*\"|\"default\"|\"https\"|\"lastMigration\"|\"/?[a-z]+[A-Z]?[a-z]*\"(?=,))*?)"
            + "(" + LITERAL + "(?:\\s*\\+\\s*" + LITERAL + ")*)(\\s*\\+)?");

    /// @param goesOn whether something is put behind it when it is said
    private record Found(Path file, String message, boolean goesOn) {

        String whole() {
            String start = message.startsWith(" ") ? "That" + message : message;
            return goesOn || start.endsWith(" ") ? start.stripTrailing() + "…" : start;
        }
    }

    @TestFactory
    @DisplayName("U102 what the sources say to people is sentences in their words")
    Stream<DynamicTest> messages() throws IOException {
        return found().stream()
                .map(found -> DynamicTest.dynamicTest(
                        found.file.getFileName() + ": " + found.message, () -> Sentences.assertIsOne(found.whole())));
    }

    @Test
    @DisplayName("the walk comes by the messages of all packages that talk to people")
    void widely() throws IOException {
        List<Found> found = found();
        assertThat(found).hasSizeGreaterThan(90);
        for (String source : List.of("edit", "format", "mock", "template", "hosting", "collab", "ui")) {
            assertThat(found)
                    .as(source)
                    .anyMatch(each -> SOURCES.relativize(each.file).startsWith(source));
        }
    }

    private static List<Found> found() throws IOException {
        List<Found> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                TAKER.matcher(Files.readString(file))
                        .results()
                        .map(match -> found(file, match))
                        .filter(each -> each.message.contains(" "))
                        .forEach(found::add);
            }
        }
        return found;
    }

    private static Found found(Path file, MatchResult match) {
        String joined = match.group(2).replaceAll("\"\\s*\\+\\s*\"", "");
        String message = joined.substring(1, joined.length() - 1)
                .replaceAll("\\\\u[0-9a-fA-F]{4}", "?")
                .translateEscapes();
        return new Found(file, filled(message), match.group(3) != null);
    }

    private static String filled(String message) {
        return message.replaceAll("%(?:\\d\\$)?,?d", "7").replaceAll("%(?:\\d\\$)?s", "That");
    }
}
