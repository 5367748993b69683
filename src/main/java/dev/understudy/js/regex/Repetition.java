package dev.understudy.js.regex;

/// How often something is repeated.
///
/// @param max [Integer#MAX_VALUE] for any number
record Repetition(int min, int max) {}
