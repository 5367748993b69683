package dev.understudy.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.node.ObjectNode;

class RoundTripTest {

    static List<Path> own() {
        return Samples.own();
    }

    static List<Path> unwrapped() {
        return Samples.own().stream()
                .filter(file -> !file.getFileName().toString().startsWith("export-"))
                .toList();
    }

    static List<Path> versions() {
        return Samples.own().stream()
                .filter(file -> file.getFileName().toString().startsWith("version-"))
                .toList();
    }

    @ParameterizedTest(name = "F22 the export of {0} is imported as the same document")
    @MethodSource("own")
    void stable(Path file) {
        RoundTrip.isStable(Samples.text(file));
    }

    @ParameterizedTest(name = "F23 nothing of {0} is lost")
    @MethodSource("unwrapped")
    void nothingLost(Path file) {
        RoundTrip.losesNothing(Samples.text(file));
    }

    @Test
    @DisplayName("F21 a current file with every field, in the usual form, is exported exactly as it was")
    void canonical() {
        String text = Samples.text(Samples.own("everything.json"));
        ImportResult.Imported imported = Fixture.importedText(text);
        assertThat(imported.problems()).isEmpty();
        assertThat(MockoonExport.toText(imported.environment()) + "\n").isEqualTo(text);
    }

    @ParameterizedTest(name = "F6 {0} becomes what was expected")
    @MethodSource("versions")
    void migrated(Path file) {
        String expected = Samples.text(Path.of(file.toString().replace(".json", ".expected.json")));
        ImportResult.Imported imported = Fixture.importedText(Samples.text(file));
        assertThat(MockoonExport.toText(imported.environment()) + "\n").isEqualTo(expected);
    }

    @ParameterizedTest(name = "F6 {0} becomes the same from every version on the way, and without a version")
    @MethodSource("versions")
    void everyVersion(Path file) {
        List<String> expected =
                RoundTrip.structure(Fixture.importedText(Samples.text(file)).environment());
        ObjectNode tree = (ObjectNode) JsonText.parse(Samples.text(file));
        int from = tree.path("lastMigration").asInt(0);
        for (Migrations.Migration migration : Migrations.ALL.subList(from, Migrations.ALL.size())) {
            migration.step().run(tree, new Repairs(new Places(tree)));
            tree.put("lastMigration", migration.id());
            assertThat(imported(tree)).as("from version %d", migration.id()).isEqualTo(expected);
        }
        ObjectNode versionless = (ObjectNode) JsonText.parse(Samples.text(file));
        versionless.remove("lastMigration");
        assertThat(imported(versionless)).as("without a version").isEqualTo(expected);
    }

    @Test
    @DisplayName("F4 the exports of old versions, which wrap an environment, are imported like it")
    void wrapped() {
        assertThat(structure("export-with-source.json")).isEqualTo(structure("version-17.json"));
        assertThat(structure("export-with-checksum.json")).isEqualTo(structure("version-00.json"));
    }

    @Test
    @DisplayName("F10 a file in which everything is wrong is mended and all of it is listed")
    void broken() {
        ImportResult.Imported imported = Fixture.importedText(Samples.text(Samples.own("broken.json")));
        assertThat(imported.problems()).hasSizeGreaterThan(40);
        assertThat(imported.problems()).allSatisfy(problem -> {
            assertThat(problem.place()).startsWith("/");
            assertThat(problem.message()).endsWith(".").isNotBlank();
        });
    }

    private static List<String> structure(String name) {
        return RoundTrip.structure(
                Fixture.importedText(Samples.text(Samples.own(name))).environment());
    }

    private static List<String> imported(ObjectNode tree) {
        return RoundTrip.structure(Fixture.importedText(JsonText.raw(tree)).environment());
    }
}
