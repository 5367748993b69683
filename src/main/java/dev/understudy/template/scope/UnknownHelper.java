package dev.understudy.template.scope;

/// A call of a helper that there is not, which renders nothing: most likely a slip.
///
/// @param line counted from 1
public record UnknownHelper(String name, int line) {}
