package dev.understudy.server.heavy;

/// Something that takes a while. It asks the meter along the way, and lets pass what that throws.
@FunctionalInterface
public interface HeavyWork<T> {

    T run(Meter meter);
}
