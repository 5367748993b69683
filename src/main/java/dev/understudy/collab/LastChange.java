package dev.understudy.collab;

import dev.understudy.team.UserId;
import java.time.Instant;

/// Who changed an environment last, when, and what in a few words: "Label of GET /orders/:id".
public record LastChange(UserId author, String authorName, Instant at, String what) {}
