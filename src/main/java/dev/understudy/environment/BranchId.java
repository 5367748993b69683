package dev.understudy.environment;

import java.util.UUID;

/// The id of a line of work on an environment; each branch has its own revisions and its own room.
public record BranchId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
