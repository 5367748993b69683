package dev.understudy.mock;

import dev.understudy.mock.state.MockFiles;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// The files of an environment, for tests: name and content.
public record GivenFiles(Map<String, byte[]> files) implements MockFiles {

    public static GivenFiles ofTexts(Map<String, String> texts) {
        return new GivenFiles(texts.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, text -> text.getValue().getBytes(StandardCharsets.UTF_8))));
    }

    @Override
    public Optional<byte[]> read(String path) {
        return Optional.ofNullable(files.get(path));
    }

    @Override
    public boolean contains(String path) {
        return files.containsKey(path);
    }
}
