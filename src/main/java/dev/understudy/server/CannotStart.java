package dev.understudy.server;

/// Why the server did not start, as one sentence for the operator, and what to do about it.
public final class CannotStart extends RuntimeException {

    private final String remedy;

    public CannotStart(String sentence, String remedy) {
        super(sentence);
        this.remedy = remedy;
    }

    CannotStart(String sentence, String remedy, Throwable cause) {
        super(sentence, cause);
        this.remedy = remedy;
    }

    /// What the operator can do about it.
    public String remedy() {
        return remedy;
    }
}
