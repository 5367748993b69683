package dev.understudy.asset;

import java.util.Arrays;
import java.util.Optional;

/// The name of a file within its environment: names joined by slashes. It leads nowhere else: there is no `..`, no
/// slash at its start, and nothing on a disk that it could mean.
///
/// @param text 1 to [#MAX_LENGTH] characters
public record AssetPath(String text) implements Comparable<AssetPath> {

    public static final int MAX_LENGTH = 300;

    public AssetPath {
        if (refusal(text).isPresent()) {
            throw new IllegalArgumentException("Not the path of a file: " + text);
        }
    }

    /// Why a text can't be a path; empty if it can.
    public static Optional<String> refusal(String text) {
        if (text.isEmpty() || text.length() > MAX_LENGTH) {
            return Optional.of("The path of a file has 1 to %d characters.".formatted(MAX_LENGTH));
        }
        if (text.chars().anyMatch(c -> Character.isISOControl(c) || c == '\\' || Character.isSurrogate((char) c))) {
            return Optional.of("The path of a file can't hold backslashes, control characters or emoji.");
        }
        boolean named = Arrays.stream(text.split("/", -1))
                .noneMatch(name -> name.isBlank() || name.equals(".") || name.equals(".."));
        return named
                ? Optional.empty()
                : Optional.of("The path of a file is made of names and single slashes, like images/logo.png.");
    }

    @Override
    public int compareTo(AssetPath other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}
