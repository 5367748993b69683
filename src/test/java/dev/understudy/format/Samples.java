package dev.understudy.format;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Files to try things on: the project's own, and others where the folder named by the environment variable
/// `UNDERSTUDY_SAMPLES`, or `../shared/samples` above the project, is there.
public final class Samples {

    private Samples() {}

    public static List<Path> own() {
        return jsonBelow(ownFolder());
    }

    static Path own(String name) {
        return ownFolder().resolve(name);
    }

    public static List<Path> shared() {
        return sharedFolder().map(Samples::jsonBelow).orElse(List.of());
    }

    /// The folder of the others, if it is there.
    public static Optional<Path> sharedFolder() {
        String named = System.getenv("UNDERSTUDY_SAMPLES");
        Path project = Path.of("").toAbsolutePath();
        return Stream.concat(
                        Stream.ofNullable(named).map(Path::of),
                        Stream.iterate(project, path -> path != null, Path::getParent)
                                .limit(4)
                                .map(path -> path.resolve("shared/samples")))
                .filter(Files::isDirectory)
                .findFirst();
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path ownFolder() {
        return Path.of("src/test/resources/samples");
    }

    private static List<Path> jsonBelow(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".json")
                            && !file.toString().endsWith(".expected.json"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
