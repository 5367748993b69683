package dev.understudy.format;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Files of other people, where they are at hand; see [Samples].
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SharedSamplesTest {

    /// Made to be refused.
    private static final Set<String> REFUSED = Set.of("broken.json", "incompatible.json");

    static List<Path> files() {
        return Samples.shared().stream()
                .filter(file -> !REFUSED.contains(file.getFileName().toString()))
                .toList();
    }

    @Test
    @DisplayName("F22 F23 shared samples are there to be tried")
    void howMany() {
        System.out.printf(
                "%d shared sample files in %s%n",
                files().size(), Samples.sharedFolder().map(Path::toString).orElse("no folder"));
        assumeTrue(!files().isEmpty(), "no shared samples here");
    }

    @ParameterizedTest(name = "F22 the export of {0} is imported as the same document", allowZeroInvocations = true)
    @MethodSource("files")
    void stable(Path file) {
        RoundTrip.isStable(Samples.text(file));
    }

    @ParameterizedTest(name = "F23 nothing of {0} is lost", allowZeroInvocations = true)
    @MethodSource("files")
    void nothingLost(Path file) {
        RoundTrip.losesNothing(Samples.text(file));
    }

    @Test
    @DisplayName("F2 F5 the files that were made to be refused are refused")
    void refused() {
        Samples.shared().stream()
                .filter(file -> REFUSED.contains(file.getFileName().toString()))
                .forEach(file -> Fixture.refusedText(Samples.text(file)));
    }
}
