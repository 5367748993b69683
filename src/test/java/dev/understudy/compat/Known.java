package dev.understudy.compat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The requests that are known to be answered differently: `differences.txt`, one a line, each with the file that it
/// is of, what differs, why, and the request as [Outcome.Difference#line] writes it; ` | ` stands between them.
/// Equal requests of a file that all differ have a line each. Empty lines and those with `#` at the start are for
/// readers.
final class Known {

    private static final String BETWEEN = " | ";

    private final List<Line> lines;

    private Known(List<Line> lines) {
        this.lines = lines;
    }

    private record Line(String file, String kind, String reason, String request) {

        static Line parse(String text) {
            String[] parts = text.split(" \\| ", 4);
            if (parts.length < 4) {
                throw new IllegalArgumentException(
                        "A known difference is: file | what differs | why | request. Not: " + text);
            }
            return new Line(parts[0].strip(), parts[1].strip(), parts[2].strip(), parts[3].strip());
        }

        boolean is(String name, Outcome.Difference difference) {
            return file.equals(name) && kind.equals(difference.kind()) && request.equals(difference.line());
        }

        @Override
        public String toString() {
            return String.join(BETWEEN, file, kind, reason, request);
        }
    }

    /// @throws IllegalArgumentException what a line should look like, if one does not
    static Known of(List<String> text) {
        return new Known(text.stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(Line::parse)
                .toList());
    }

    /// None if there is no such file.
    static Known read(Path file) throws IOException {
        return of(Files.exists(file) ? Files.readAllLines(file) : List.of());
    }

    /// What is wrong with an outcome: a sentence for each difference that is not listed, and for each line of its file
    /// that no longer is one.
    List<String> complaints(Outcome outcome) {
        List<Line> open = new ArrayList<>(lines.stream()
                .filter(line -> line.file().equals(outcome.name()))
                .toList());
        List<String> complaints = new ArrayList<>();
        for (Outcome.Difference difference : outcome.differences()) {
            Line known = open.stream()
                    .filter(line -> line.is(outcome.name(), difference))
                    .findFirst()
                    .orElse(null);
            if (known == null) {
                complaints.add("not listed: "
                        + String.join(BETWEEN, outcome.name(), difference.kind(), "(why)", difference.line()));
            } else {
                open.remove(known);
            }
        }
        open.forEach(line -> complaints.add("answered alike now, remove the line: " + line));
        return complaints;
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%d known differences", lines.size());
    }
}
