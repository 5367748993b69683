package dev.understudy.mock.path;

import java.util.List;

/// A piece of a path pattern as written.
sealed interface PathToken {

    record Text(String value) implements PathToken {}

    /// `:name`, which takes part of one segment.
    record Parameter(String name) implements PathToken {}

    /// `*name`, which may span segments.
    record Wildcard(String name) implements PathToken {}

    /// `{…}`, which may be left out.
    record Group(List<PathToken> tokens) implements PathToken {}
}
