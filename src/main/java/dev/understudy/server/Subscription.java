package dev.understudy.server;

/// Something that is told of events until it is closed. Closing twice is harmless, and any thread may do it.
@FunctionalInterface
public interface Subscription extends AutoCloseable {

    @Override
    void close();
}
