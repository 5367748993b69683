package dev.understudy.compat;

import dev.understudy.format.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Compares our engine with the reference over environment files and prints a table: `bench/compat`.
final class CompatBench {

    private static final Path OWN = Path.of("src/test/resources/compat");

    private static final Path LIST = OWN.resolve("differences.txt");

    private CompatBench() {}

    /// Compares the files and folders that are named, or else those of the tests and with `--long` the shared samples,
    /// and fails if a difference is not in the list of the known ones, or one in the list is none any more. Prints
    /// up to `--show N` differences of each file.
    public static void main(String[] arguments) throws IOException, InterruptedException {
        int shown = 3;
        boolean all = false;
        Map<String, Path> originals = new TreeMap<>();
        for (int at = 0; at < arguments.length; at++) {
            switch (arguments[at]) {
                case "--show" -> shown = Integer.parseInt(arguments[++at]);
                case "--long" -> all = true;
                default -> originals.putAll(below(Path.of(arguments[at])));
            }
        }
        if (originals.isEmpty()) {
            originals.putAll(below(OWN));
            Optional<Path> samples = Samples.sharedFolder();
            if (all && samples.isPresent()) {
                originals.putAll(below(samples.get()));
            } else {
                System.out.println(
                        all ? "There are no shared samples here" : "Without the shared samples (--long has them)");
            }
        }
        System.exit(compare(originals, shown) ? 0 : 1);
    }

    /// Environments and descriptions of APIs by their names in reports: the path below the folder.
    private static Map<String, Path> below(Path place) throws IOException {
        Map<String, Path> found = new TreeMap<>();
        Path base = Files.isDirectory(place) ? place : place.toAbsolutePath().getParent();
        try (Stream<Path> walk = Files.walk(place.toAbsolutePath())) {
            walk.filter(path -> path.toString().matches(".*[.](json|yaml)")
                            && !path.toString().contains(".files/"))
                    .forEach(path ->
                            found.put(base.toAbsolutePath().relativize(path).toString(), path));
        }
        return found;
    }

    private static boolean compare(Map<String, Path> originals, int shown) throws IOException, InterruptedException {
        long start = System.nanoTime();
        Known known = Known.read(LIST);
        Path folder = Files.createTempDirectory("compat");
        List<Prepared> files = new ArrayList<>();
        for (var original : originals.entrySet()) {
            Prepared.of(original.getKey(), original.getValue(), folder.resolve(Integer.toString(files.size())))
                    .ifPresent(files::add);
        }
        System.out.printf("%d of %d files can be served; %s%n", files.size(), originals.size(), known);
        List<Outcome> outcomes = Comparing.compare(files);
        List<Outcome> last = again(outcomes, files, known);
        List<String> complaints = complaints(last, known);
        for (Prepared file : files) {
            file.close();
        }
        print(last, shown);
        complaints.forEach(System.out::println);
        System.out.printf("%d s%n", (System.nanoTime() - start) / 1_000_000_000);
        return complaints.isEmpty();
    }

    /// Asks files with an outcome that should not be once more and alone: what came of a busy machine is not there any
    /// more then.
    private static List<Outcome> again(List<Outcome> outcomes, List<Prepared> files, Known known)
            throws IOException, InterruptedException {
        List<Outcome> last = new ArrayList<>();
        for (Outcome outcome : outcomes) {
            if (known.complaints(outcome).isEmpty()) {
                last.add(outcome);
            } else {
                System.out.println("Asked once more: " + outcome.name());
                last.addAll(Comparing.compare(files.stream()
                        .filter(file -> file.name().equals(outcome.name()))
                        .toList()));
            }
        }
        return last;
    }

    private static List<String> complaints(List<Outcome> outcomes, Known known) {
        return outcomes.stream()
                .flatMap(outcome -> known.complaints(outcome).stream())
                .toList();
    }

    private static void print(List<Outcome> outcomes, int shown) {
        System.out.printf("%-50s %8s %8s %8s %8s%n", "file", "requests", "equal", "other", "ms");
        int asked = 0;
        int equal = 0;
        for (Outcome outcome : outcomes) {
            System.out.printf(
                    "%-50s %8d %8d %8d %8d%n",
                    outcome.name(),
                    outcome.asked(),
                    outcome.equal(),
                    outcome.differences().size(),
                    outcome.millis());
            outcome.differences().stream().limit(shown).forEach(System.out::println);
            asked += outcome.asked();
            equal += outcome.equal();
        }
        System.out.printf(
                "%-50s %8d %8d %8d   %.2f %% equal%n", "all", asked, equal, asked - equal, 100.0 * equal / asked);
    }
}
