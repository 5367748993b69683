package dev.understudy.template.syntax;

import java.util.ArrayList;
import java.util.List;

/// The text of a template, and how a place in it is shown to people. For one parsing on one thread.
final class Source {

    private static final int EXCERPT = 20;

    private final String text;
    private final List<Integer> comments = new ArrayList<>();

    Source(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }

    /// Remembers where a comment with dashes begins: the reference's lexer reads its beginning twice, and its excerpts
    /// repeat it.
    void addComment(int at) {
        comments.add(at);
    }

    /// Some of the text before and after a place, and below it an arrow to the place.
    ///
    /// @param raw the token that stands there, or nothing
    String excerpt(int from, String raw) {
        String past = past(from);
        String before = past.substring(Math.max(0, past.length() - EXCERPT)).replace("\n", "");
        if (past.length() > EXCERPT) {
            before = "..." + before;
        }
        String after = raw;
        if (after.length() < EXCERPT) {
            int end = from + raw.length();
            after += text.substring(end, Math.min(text.length(), end + EXCERPT - raw.length()));
        }
        if (after.length() > EXCERPT) {
            after = after.substring(0, EXCERPT) + "...";
        }
        return before + after.replace("\n", "") + "\n" + "-".repeat(before.length()) + "^";
    }

    private String past(int from) {
        StringBuilder past = new StringBuilder(text.substring(0, from));
        for (int comment : comments.reversed()) {
            if (comment <= from) {
                past.insert(comment, text, comment, text.indexOf("--", comment) + 1);
            }
        }
        return past.toString();
    }
}
