package dev.understudy.compat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Requests that somebody thought up, a line each: method and target, headers, and at the end the body (often none),
/// with ` | ` between them. In a body `⏎` stands for the end of a line, and `«x*3»` for `xxx`; lines that begin with
/// `RAW` have nothing but a body, the bytes on the wire. Empty lines and those with `#` at the start are for readers.
final class RequestLines {

    private static final String HEADER = "[A-Za-z-]+[:;].*";

    private static final Pattern REPEATED = Pattern.compile("«(.+?)\\*(\\d+)»", Pattern.DOTALL);

    private RequestLines() {}

    /// Those of the file that has the environment's name and ends in `.requests`; none if there is no such file.
    static List<Ask> beside(Path environment) throws IOException {
        Path file =
                environment.resolveSibling(environment.getFileName().toString().replace(".json", "") + ".requests");
        return Files.exists(file)
                ? Files.readAllLines(file).stream()
                        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                        .map(RequestLines::parse)
                        .toList()
                : List.of();
    }

    private static Ask parse(String line) {
        if (line.startsWith("RAW ")) {
            return Ask.of("by hand", "RAW", "").sending("", written(line.substring(4)));
        }
        List<String> parts = List.of((line + " ").split(" \\| ?", -1));
        String[] start = parts.getFirst().split(" ", 2);
        Ask ask = Ask.of("by hand", start[0], start[1].strip());
        String type = "";
        String body = "";
        for (String part : parts.subList(1, parts.size())) {
            if (!part.matches(HEADER)) {
                body = written(part.strip());
            } else if (part.startsWith("Content-Type:")) {
                type = part.substring(part.indexOf(':') + 1).strip();
            } else {
                int mark = part.contains(":") ? part.indexOf(':') : part.indexOf(';');
                ask = ask.with(part.substring(0, mark), part.substring(mark + 1).strip());
            }
        }
        return body.isEmpty() && type.isEmpty() ? ask : ask.sending(type, body);
    }

    private static String written(String text) {
        return REPEATED.matcher(text.replace("⏎", "\r\n"))
                .replaceAll(found -> Matcher.quoteReplacement(found.group(1).repeat(Integer.parseInt(found.group(2)))));
    }
}
