package dev.understudy.history.activity;

import java.util.List;
import java.util.OptionalLong;

/// Some entries, newest first.
///
/// @param next before which revision to go on; empty if there is nothing more. There may be a next page although this
///     one has few entries, or none: only so much of the log is looked at in one go
public record ActivityPage(List<ActivityEntry> entries, OptionalLong next) {

    public ActivityPage {
        entries = List.copyOf(entries);
    }
}
