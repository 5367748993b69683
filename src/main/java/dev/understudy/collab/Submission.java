package dev.understudy.collab;

import dev.understudy.edit.Change;
import dev.understudy.team.Access;
import java.util.concurrent.CompletableFuture;

/// A change on its way through a room, with the right that it was submitted with and the promise of its answer.
///
/// @param restores whether it may bring removed nodes back under their old ids
record Submission(
        Change change,
        Access access,
        TextPolicy policy,
        boolean restores,
        Origin origin,
        Carried carried,
        CompletableFuture<Receipt> receipt) {

    Submission(Change change, Access access, TextPolicy policy, boolean restores, Origin origin) {
        this(change, access, policy, restores, origin, Carried.of(change), new CompletableFuture<>());
    }

    Submission with(Carried farther) {
        return new Submission(change, access, policy, restores, origin, farther, receipt);
    }

    SubmissionId id() {
        return new SubmissionId(access.actor().user(), change.client(), change.seq());
    }
}
