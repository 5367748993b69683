package dev.understudy.presence;

/// What is selected in a text, in UTF-16 code units; `head` is where the caret is.
public record Selection(int anchor, int head) {

    public Selection {
        anchor = Math.max(0, anchor);
        head = Math.max(0, head);
    }
}
