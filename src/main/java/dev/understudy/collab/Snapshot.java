package dev.understudy.collab;

import dev.understudy.environment.Environment;

/// A branch as it was at one revision.
public record Snapshot(long revision, Environment environment) {}
