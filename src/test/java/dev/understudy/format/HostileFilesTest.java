package dev.understudy.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.understudy.environment.Invariants;
import dev.understudy.format.openapi.OpenApiExport;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What reading costs is counted in steps, so that no clock is raced.
class HostileFilesTest {

    /// A few seconds' worth at most.
    private static final long MAX_STEPS = 150_000_000;

    private static final Map<String, String> FILES = HostileFiles.all();

    private static final class Enough extends RuntimeException {

        private static final long serialVersionUID = 1;
    }

    private final AtomicLong steps = new AtomicLong();

    private ImportResult read(String text) {
        return EnvironmentImport.read(text.getBytes(StandardCharsets.UTF_8), new SplittableRandom(1), steps::addAndGet);
    }

    static Iterable<String> files() {
        return FILES.keySet();
    }

    @ParameterizedTest(name = "F42 {0}")
    @MethodSource("files")
    @DisplayName("F42 what stands for far more than it holds is read or refused after a bounded number of steps")
    void bounded(String file) {
        switch (read(FILES.get(file))) {
            case ImportResult.Imported(var environment, var _, var _) ->
                assertThat(Invariants.violatedBy(environment)).isEmpty();
            case ImportResult.Refused(var _, String message, var _) ->
                assertThat(message).endsWith(".");
        }
        assertThat(steps.get()).isLessThan(MAX_STEPS);
    }

    @Test
    @DisplayName("F42 twelve levels of ten references each cost no more than what stands in the file")
    void sharedSchemas() {
        assertThat(read(HostileFiles.references())).isInstanceOf(ImportResult.Imported.class);
        assertThat(steps.get()).isLessThan(100_000);
    }

    @Test
    @DisplayName("F43 reading ends where it is told to, at whatever step")
    void endsAnywhere() {
        read(HostileFiles.references());
        long all = steps.get();
        for (long stop = 0; stop < all; stop += all / 20) {
            AtomicLong left = new AtomicLong(stop);
            assertThatExceptionOfType(Enough.class)
                    .isThrownBy(() -> EnvironmentImport.read(
                            HostileFiles.references().getBytes(StandardCharsets.UTF_8),
                            new SplittableRandom(1),
                            more -> {
                                if (left.addAndGet(-more) < 0) {
                                    throw new Enough();
                                }
                            }));
        }
    }

    @Test
    @DisplayName("F43 exports count what they write, and end where they are told to")
    void exports() {
        var environment = ((ImportResult.Imported) read(HostileFiles.references())).environment();
        int length = OpenApiExport.toYaml(environment, steps::addAndGet).length();
        steps.set(0);
        OpenApiExport.toYaml(environment, steps::addAndGet);
        assertThat(steps.get()).isGreaterThanOrEqualTo(length);
        assertThatExceptionOfType(Enough.class)
                .isThrownBy(() -> OpenApiExport.toJson(environment, more -> {
                    throw new Enough();
                }));
    }

    @Test
    @DisplayName("F44 a description as large as the largest public ones becomes an environment, with all its responses")
    void largestDescriptions() {
        String description = LargeDescription.json();
        assertThat(description.length()).isGreaterThan(12_500_000);
        assertThat(read(description)).isInstanceOfSatisfying(ImportResult.Imported.class, imported -> {
            assertThat(imported.environment().nodes())
                    .filteredOn(node -> node.kind() == dev.understudy.environment.Kind.ROUTE)
                    .hasSize(LargeDescription.OPERATIONS);
            assertThat(imported.environment().nodes())
                    .filteredOn(node -> node.kind() == dev.understudy.environment.Kind.RESPONSE)
                    .hasSize(2 * LargeDescription.RESPONSES);
        });
        assertThat(steps.get()).isLessThan(MAX_STEPS);
    }

    @Test
    @DisplayName("F45 a file with more values than the limit is refused with it")
    void values() {
        assertThat(read(FILES.get("wide")))
                .isInstanceOfSatisfying(
                        ImportResult.Refused.class,
                        refused -> assertThat(refused.message()).contains("5,000,000"));
        assertThat(read(FILES.get("wide-environment")))
                .isInstanceOfSatisfying(
                        ImportResult.Refused.class,
                        refused -> assertThat(refused.message()).contains(String.valueOf(JsonText.MAX_TOKENS)));
    }
}
