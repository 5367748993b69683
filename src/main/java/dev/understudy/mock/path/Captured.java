package dev.understudy.mock.path;

import java.util.Arrays;
import java.util.List;

/// What a capture of a path took, percent-decoded.
public sealed interface Captured {

    /// Of a `:parameter`.
    record Value(String text) implements Captured {}

    /// Of a `*wildcard`: the segments it spans.
    record Pieces(List<String> texts) implements Captured {}

    static Captured one(String raw) {
        return new Value(Percent.decode(raw));
    }

    static Captured pieces(String raw) {
        return new Pieces(Arrays.stream(raw.split("/", -1)).map(Percent::decode).toList());
    }
}
