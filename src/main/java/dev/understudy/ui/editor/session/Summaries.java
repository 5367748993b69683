package dev.understudy.ui.editor.session;

import java.util.List;

/// How the summaries of changes are to be read. Pure.
public final class Summaries {

    private static final List<String> DEEDS =
            List.of("added ", "removed ", "moved ", "created ", "imported ", "duplicated ", "brought back ");

    private Summaries() {}

    /// Whether a summary says what was done, as in "added GET /orders"; else it is the name of what was changed.
    public static boolean isDeed(String summary) {
        return DEEDS.stream().anyMatch(summary::startsWith);
    }
}
