package dev.understudy.environment;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Which content a file has. Hash and size are one value, so that whatever is merged or taken back they fit each other.
///
/// @param hash the SHA-256 in 64 hexadecimal digits, in lower case
/// @param size in bytes
public record FileContent(String hash, int size) {

    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern TEXT = Pattern.compile("([0-9a-f]{64}):(0|[1-9][0-9]{0,8})");

    public FileContent {
        if (!HASH.matcher(hash).matches() || size < 0) {
            throw new IllegalArgumentException("Not a SHA-256 and a size: " + hash + ":" + size);
        }
    }

    /// Of these bytes.
    public static FileContent of(byte[] bytes) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return new FileContent(HexFormat.of().formatHex(digest), bytes.length);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }

    /// The reverse of [#text].
    static Optional<FileContent> parse(String text) {
        Matcher parts = TEXT.matcher(text);
        return parts.matches()
                ? Optional.of(new FileContent(parts.group(1), Integer.parseInt(parts.group(2))))
                : Optional.empty();
    }

    /// As fields have it: the hash, a colon, the size.
    public String text() {
        return hash + ":" + size;
    }

    @Override
    public String toString() {
        return text();
    }
}
