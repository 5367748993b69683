package dev.understudy.environment;

/// Where the body of a response or a callback comes from.
public enum BodyKind implements Choosable {
    INLINE,
    FILE,
    DATABUCKET
}
