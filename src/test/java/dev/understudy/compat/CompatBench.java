package dev.understudy.compat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Compares our engine with the reference over environment files and prints a table: `bench/compat`.
final class CompatBench {

    private CompatBench() {}

    /// Compares the files and folders that are named, prints up to `--show N` differences of each, and fails if less
    /// than `--least P` percent of the answers are equal.
    public static void main(String[] arguments) throws IOException, InterruptedException {
        int shown = 3;
        double least = 0;
        List<Path> originals = new ArrayList<>();
        for (int at = 0; at < arguments.length; at++) {
            if (arguments[at].equals("--show")) {
                shown = Integer.parseInt(arguments[++at]);
            } else if (arguments[at].equals("--least")) {
                least = Double.parseDouble(arguments[++at]);
            } else {
                try (Stream<Path> walk = Files.walk(Path.of(arguments[at]))) {
                    walk.filter(path -> path.toString().matches(".*[.](json|yaml)")
                                    && !path.toString().contains(".files/"))
                            .sorted()
                            .forEach(originals::add);
                }
            }
        }
        Path folder = Files.createTempDirectory("compat");
        List<Prepared> files = new ArrayList<>();
        try (Elsewhere elsewhere = new Elsewhere()) {
            for (Path original : originals) {
                Prepared.of(original, folder.resolve(Integer.toString(files.size())), elsewhere.authority())
                        .ifPresent(files::add);
            }
            System.out.printf("%d of %d files can be served%n", files.size(), originals.size());
            System.exit(print(Comparing.compare(files, elsewhere), shown) >= least ? 0 : 1);
        }
    }

    /// The share of equal answers, in percent.
    private static double print(List<Outcome> outcomes, int shown) {
        System.out.printf("%-50s %8s %8s %8s%n", "file", "requests", "equal", "other");
        int asked = 0;
        int equal = 0;
        for (Outcome outcome : outcomes) {
            System.out.printf(
                    "%-50s %8d %8d %8d%n",
                    outcome.name(),
                    outcome.asked(),
                    outcome.equal(),
                    outcome.differences().size());
            outcome.differences().stream().limit(shown).forEach(System.out::println);
            asked += outcome.asked();
            equal += outcome.equal();
        }
        double percent = 100.0 * equal / asked;
        System.out.printf("%-50s %8d %8d %8d   %.2f %% equal%n", "all", asked, equal, asked - equal, percent);
        return percent;
    }
}
