package dev.understudy.collab;

import dev.understudy.edit.Change;
import dev.understudy.team.Actor;
import java.util.concurrent.CompletableFuture;

/// A change on its way through a room, with the promise of its answer.
record Submission(Change change, Actor author, TextPolicy policy, CompletableFuture<Receipt> receipt) {

    Submission(Change change, Actor author, TextPolicy policy) {
        this(change, author, policy, new CompletableFuture<>());
    }

    SubmissionId id() {
        return new SubmissionId(author.user(), change.client(), change.seq());
    }
}
