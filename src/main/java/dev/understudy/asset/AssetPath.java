package dev.understudy.asset;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/// The name of a file within its environment: names joined by slashes. It leads nowhere else: there is no `..`, no
/// slash at its start, and nothing on a disk that it could mean.
///
/// @param text 1 to [#MAX_LENGTH] characters
public record AssetPath(String text) implements Comparable<AssetPath> {

    public static final int MAX_LENGTH = 300;

    /// Signs that are not seen and turn the direction of what stands around them: a name with them reads as another.
    private static final Pattern TURNING = Pattern.compile("[\\u061C\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069]");

    public AssetPath {
        if (leadsElsewhere(text).isPresent()) {
            throw new IllegalArgumentException("Not the path of a file: " + text);
        }
    }

    /// Why a text can't become a path; empty if it can. Files that are there already may have had less to meet.
    public static Optional<String> refusal(String text) {
        return TURNING.matcher(text).find()
                ? Optional.of("The path of a file can't hold invisible signs that turn the direction of writing.")
                : leadsElsewhere(text);
    }

    private static Optional<String> leadsElsewhere(String text) {
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

    /// The last name in it, as a browser may save it.
    public String fileName() {
        return TURNING.matcher(text.substring(text.lastIndexOf('/') + 1)).replaceAll("");
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
