package dev.understudy.collab;

import dev.understudy.edit.Change;
import dev.understudy.team.Actor;
import java.util.concurrent.CompletableFuture;

/// A change on its way through a room, with the promise of its answer.
///
/// @param restores whether it may bring removed nodes back under their old ids
record Submission(
        Change change, Actor author, TextPolicy policy, boolean restores, CompletableFuture<Receipt> receipt) {

    Submission(Change change, Actor author, TextPolicy policy, boolean restores) {
        this(change, author, policy, restores, new CompletableFuture<>());
    }

    SubmissionId id() {
        return new SubmissionId(author.user(), change.client(), change.seq());
    }
}
