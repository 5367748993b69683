package dev.understudy.mock.wire;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The type of a file by its extension, from a table that comes with the program.
public final class MimeTypes {

    private static final Map<String, String> BY_EXTENSION = read();

    private MimeTypes() {}

    /// The type of a file; empty if its extension is none that is known.
    public static Optional<String> of(String path) {
        String name = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
        int dot = name.lastIndexOf('.');
        return dot <= 0
                ? Optional.empty()
                : Optional.ofNullable(BY_EXTENSION.get(name.substring(dot + 1).toLowerCase(Locale.ROOT)));
    }

    private static Map<String, String> read() {
        Map<String, String> types = new HashMap<>();
        try (InputStream in = MimeTypes.class.getResourceAsStream("mime-types.txt")) {
            if (in == null) {
                throw new IllegalStateException("mime-types.txt is missing");
            }
            new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().forEach(line -> {
                String[] words = line.split(" ", -1);
                for (int at = 1; at < words.length; at++) {
                    types.put(words[at], words[0]);
                }
            });
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return types;
    }
}
