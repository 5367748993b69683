package dev.understudy.environment;

import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/// The id of one node: a UUID in its usual 36 characters, kept as written so that an import and export
/// round trip returns the same text. Unique within a branch, not beyond it.
public record NodeId(String value) implements Comparable<NodeId> {

    private static final Pattern UUID_FORM =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

    /// Wraps a value that is known to be a UUID.
    ///
    /// @throws IllegalArgumentException if the value is not a UUID; untrusted text goes through [#parse]
    public NodeId {
        if (!UUID_FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("Not a UUID: " + value);
        }
    }

    public static Optional<NodeId> parse(String text) {
        return UUID_FORM.matcher(text).matches() ? Optional.of(new NodeId(text)) : Optional.empty();
    }

    /// A fresh random id (UUID version 4) drawn from the given source.
    public static NodeId random(RandomGenerator source) {
        long high = (source.nextLong() & ~0xF000L) | 0x4000L;
        long low = (source.nextLong() & ~(3L << 62)) | (2L << 62);
        return new NodeId(new UUID(high, low).toString());
    }

    @Override
    public int compareTo(NodeId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
