package dev.understudy.js;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/// Tables of what JavaScript itself does: files with a JSON array in each line, made by running it (`bin/js-tables`).
public final class Lines {

    private Lines() {}

    public static List<JsArray> of(String name) {
        try (InputStream in = Objects.requireNonNull(Lines.class.getResourceAsStream("/js/" + name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> (JsArray) JsJson.parse(line).orElseThrow())
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// The texts of an array.
    public static String text(JsArray line, int at) {
        return Conversions.toText(line.get(at));
    }
}
