package dev.understudy.edit;

import dev.understudy.environment.Texts;

/// Words from outside as a sentence can quote them: not longer than [#MAX_LENGTH], and free of what JSON and
/// logs can't carry.
final class Excerpt {

    static final int MAX_LENGTH = 60;

    private Excerpt() {}

    /// The text in quotation marks.
    static String of(String text) {
        String shown = text.length() > MAX_LENGTH ? text.substring(0, MAX_LENGTH) + "…" : text;
        return "\"" + Texts.mended(shown) + "\"";
    }
}
