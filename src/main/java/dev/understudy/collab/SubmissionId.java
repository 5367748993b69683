package dev.understudy.collab;

import dev.understudy.team.UserId;

/// What makes a repeated submission known: whose, from which of their clients, and the client's own number.
record SubmissionId(UserId author, String client, long seq) {}
