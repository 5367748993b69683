package dev.understudy.template;

import dev.understudy.template.scope.TemplateException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// A table of templates and what comes of them, as it stands in a file: see the head of `contract.txt`.
public final class Table {

    private static final String ARROW = " ⇒";
    private static final String FAILS = "✗ ";

    /// One line.
    ///
    /// @param place the file and the line
    /// @param title what stands after the last paragraph sign
    /// @param given what the template sees of the world
    /// @param expected the text that comes of it, or a cross and the message
    public record Row(String place, String title, String given, String template, String expected) {

        @Override
        public String toString() {
            return place + "  " + template;
        }
    }

    private Table() {}

    public static List<Row> read(String file) {
        List<Row> rows = new ArrayList<>();
        String given = "{}";
        String title = "";
        int number = 0;
        for (String line : lines(file)) {
            number++;
            if (line.startsWith("given ")) {
                given = line.substring("given ".length());
            } else if (line.startsWith("§ ")) {
                title = line.substring("§ ".length());
            } else if (!line.isBlank() && !line.startsWith("#")) {
                int arrow = line.lastIndexOf(ARROW);
                String expected = line.substring(arrow + ARROW.length());
                rows.add(new Row(
                        file + ":" + number,
                        title,
                        given,
                        decoded(line.substring(0, arrow)),
                        decoded(expected.startsWith(" ") ? expected.substring(1) : expected)));
            }
        }
        return rows;
    }

    /// What a template comes to, as the tables write it.
    public static String outcome(String template, World world) {
        try {
            return switch (Template.parse(template)) {
                case Template.Parsing.Malformed malformed -> FAILS + malformed.message();
                case Template.Parsing.Parsed(Template parsed) -> {
                    String text = parsed.render(world.scope());
                    yield world.status().chosen().isPresent()
                            ? text + "[status " + world.status().chosen().getAsInt() + "]"
                            : text;
                }
            };
        } catch (TemplateException failed) {
            return FAILS + failed.getMessage();
        }
    }

    static String decoded(String text) {
        return text.replace('⏎', '\n').replace('␣', ' ').replace('␉', '\t');
    }

    private static List<String> lines(String file) {
        try (InputStream in = Table.class.getResourceAsStream("/templates/" + file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
