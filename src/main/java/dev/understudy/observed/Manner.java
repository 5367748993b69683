package dev.understudy.observed;

/// How routes are made of what was observed.
///
/// @param grouped whether paths that differ in numbers, dates and ids only become one route
/// @param extend whether routes that there are get further responses; else they are left as they are
/// @param moved whether paths that are not below the prefix of the environment are put there; else they are left out
public record Manner(boolean grouped, boolean extend, boolean moved) {}
