package dev.understudy.collab;

/// A team has as many environments as it may have. Its message says so, and what to do.
public final class TeamIsFull extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int most;

    TeamIsFull(int most) {
        super("Your team has %,d environments already, which is its share of this server. Delete one first."
                .formatted(most));
        this.most = most;
    }

    /// How many it may have.
    public int most() {
        return most;
    }
}
