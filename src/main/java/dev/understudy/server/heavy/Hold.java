package dev.understudy.server.heavy;

import dev.understudy.server.heavy.HeldMemory.Account;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The memory that one request holds, until it is closed. Any thread may call it.
public final class Hold implements AutoCloseable {

    /// Under this name a request has its hold as an attribute.
    public static final String ATTRIBUTE = Hold.class.getName();

    private final Supplier<Account> opening;
    private @Nullable Account account;
    private long bytes;

    Hold(Supplier<Account> opening) {
        this.opening = opening;
    }

    /// One of people or of strangers, as it turns out when the first bytes are taken.
    public static Hold later(Supplier<Hold> which) {
        return new Hold(() -> which.get().opening.get());
    }

    /// Takes more.
    ///
    /// @throws WorkEnded if there is no more, for this person or for all
    public synchronized void take(long more) {
        Account from = account == null ? opening.get() : account;
        account = from;
        from.memory().take(from.owner(), more);
        bytes += more;
    }

    /// Gives back what it has; it may take again.
    public synchronized void release() {
        if (account != null && bytes > 0) {
            account.memory().give(account.owner(), bytes);
            bytes = 0;
        }
    }

    @Override
    public void close() {
        release();
    }
}
