package dev.understudy.collab;

/// A change about to be written to the log, with the answer to its author.
record Entry(CommittedChange committed, Receipt receipt) {}
