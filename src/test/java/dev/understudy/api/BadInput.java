package dev.understudy.api;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A case of `bad-input.txt`, which explains its own form.
record BadInput(int status, String code, String method, String path, List<String> headers, String body) {

    private static final Pattern SECTION = Pattern.compile("== (\\d+) (\\S+) (\\S+) (\\S+)(?: \\|\\| (.*))?");
    private static final Pattern MARK = Pattern.compile("\\{\\{(?:((?:[0-9A-F]{2})*)|(.+?)\\*(\\d+))}}");
    private static final String BODY = "body ";
    private static final String LINE = "…";

    /// All cases, in the order of the file.
    static List<BadInput> all() {
        List<BadInput> all = new ArrayList<>();
        Matcher section = SECTION.matcher("");
        for (String line : file().lines().toList()) {
            if (line.startsWith("== ")) {
                section = SECTION.matcher(line);
                if (!section.matches()) {
                    throw new IllegalStateException(line);
                }
            } else if (!line.isEmpty() && !line.startsWith("#")) {
                all.add(of(section, line));
            }
        }
        return all;
    }

    private static BadInput of(Matcher section, String line) {
        String path = section.group(4);
        String more = section.group(5) == null ? "" : section.group(5);
        String frame = more.startsWith(BODY) ? more.substring(BODY.length()) : "";
        String header = frame.isEmpty() ? more : "";
        boolean elsewhere = path.contains(LINE) || header.contains(LINE);
        String body = elsewhere ? "" : frame.isEmpty() ? line : frame.replace(LINE, line);
        return new BadInput(
                Integer.parseInt(section.group(1)),
                section.group(2),
                section.group(3),
                path.replace(LINE, line),
                header.isEmpty() ? List.of() : List.of(header.replace(LINE, line)),
                body);
    }

    private static String file() {
        try (InputStream file = BadInput.class.getResourceAsStream("/api/bad-input.txt")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// The case with its words replaced.
    BadInput with(Map<String, String> words) {
        String newPath = path;
        String newBody = body;
        for (Map.Entry<String, String> word : words.entrySet()) {
            newPath = newPath.replace(word.getKey(), word.getValue());
            newBody = newBody.replace(word.getKey(), word.getValue());
        }
        String target = new String(bytes(newPath), StandardCharsets.UTF_8);
        return new BadInput(status, code, method, target, headers, newBody);
    }

    byte[] bytes() {
        return bytes(body);
    }

    private static byte[] bytes(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Matcher mark = MARK.matcher(text);
        int at = 0;
        while (mark.find(at)) {
            bytes.writeBytes(text.substring(at, mark.start()).getBytes(StandardCharsets.UTF_8));
            bytes.writeBytes(
                    mark.group(1) != null
                            ? HexFormat.of().parseHex(mark.group(1))
                            : mark.group(2)
                                    .repeat(Integer.parseInt(mark.group(3)))
                                    .getBytes(StandardCharsets.UTF_8));
            at = mark.end();
        }
        bytes.writeBytes(text.substring(at).getBytes(StandardCharsets.UTF_8));
        return bytes.toByteArray();
    }

    @Override
    public String toString() {
        String all = method + " " + path + " " + headers + " " + body;
        return all.length() <= 150 ? all : all.substring(0, 150) + LINE;
    }
}
