package dev.understudy.server.heavy;

/// Why work was not done, or not to its end. Nothing came of it.
public final class WorkEnded extends RuntimeException {

    private static final long serialVersionUID = 1;

    /// What ended it.
    public enum Reason {
        /// Too much of one person waits.
        SHARE_FULL,
        /// Too much of all together waits.
        QUEUE_FULL,
        /// It took more than it may.
        TIME_OVER,
        /// Nobody wants it any more.
        GIVEN_UP
    }

    private final Reason reason;

    WorkEnded(Reason reason, String sentence) {
        super(sentence, null, false, false);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    /// What happened, and what to do.
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
