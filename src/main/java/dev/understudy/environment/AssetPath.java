package dev.understudy.environment;

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
        if (!leadsNowhereElse(text)) {
            throw new IllegalArgumentException("Not the path of a file: " + text);
        }
    }

    /// Why a text can't become a path, as a sentence; empty if it can. Files that are there already may have had less
    /// to meet.
    public static Optional<String> refusal(String text) {
        return flaw(text).map(flaw -> "The path of a file " + flaw + ".");
    }

    /// The same as the end of a sentence that starts with what the path is called.
    static Optional<String> flaw(String text) {
        return TURNING.matcher(text).find()
                ? Optional.of("can't hold invisible signs that turn the direction of writing")
                : leadsElsewhere(text);
    }

    /// Whether it can be the path of a file that is there already.
    static boolean leadsNowhereElse(String text) {
        return leadsElsewhere(text).isEmpty();
    }

    private static Optional<String> leadsElsewhere(String text) {
        if (text.isEmpty() || text.length() > MAX_LENGTH) {
            return Optional.of("has 1 to %d characters".formatted(MAX_LENGTH));
        }
        if (text.chars().anyMatch(c -> Character.isISOControl(c) || c == '\\' || Character.isSurrogate((char) c))) {
            return Optional.of("can't hold backslashes, control characters or emoji");
        }
        boolean named = Arrays.stream(text.split("/", -1))
                .noneMatch(name -> name.isBlank() || name.equals(".") || name.equals(".."));
        return named ? Optional.empty() : Optional.of("is made of names and single slashes, like images/logo.png");
    }

    /// This path with a number, as a file gets it whose own is taken: `menu.pdf` becomes `menu (2).pdf`. The name is
    /// cut where the path would be too long.
    public AssetPath numbered(int number) {
        int name = text.lastIndexOf('/') + 1;
        int dot = text.lastIndexOf('.');
        int end = dot <= name ? text.length() : dot;
        String mark = " (" + number + ")";
        String extension = text.substring(end);
        int cut = Math.min(end, MAX_LENGTH - mark.length() - extension.length());
        return cut > name
                ? new AssetPath(text.substring(0, cut) + mark + extension)
                : new AssetPath(text.substring(0, Math.max(0, MAX_LENGTH - mark.length())) + mark);
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
