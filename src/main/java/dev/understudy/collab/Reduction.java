package dev.understudy.collab;

import dev.understudy.edit.Outcome;

/// What a [Reducer] made of edits.
///
/// @param summary says in words what changed; empty if nothing did
record Reduction(Outcome outcome, String summary) {}
