package dev.understudy.traffic;

import java.util.function.Supplier;

/// An exchange that may go on after it was added to a log: callbacks are answered, messages come and go. Any thread may
/// call it.
public interface Unfolding extends Supplier<Exchange> {

    /// Another one, and a larger one, whenever there is more of it than before.
    long version();

    /// The log keeps it no longer: it lets go of what it holds, and takes in nothing more.
    void dropped();
}
