package dev.understudy.js;

/// Where work is paid for before it is done: whoever spends too much is stopped by the exception. One thread at a time.
@FunctionalInterface
public interface Effort<X extends Exception> {

    /// Takes so many steps from what is left.
    ///
    /// @throws X if it does not reach
    void spend(long steps) throws X;
}
