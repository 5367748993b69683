package dev.understudy.template.syntax;

/// A piece of a template.
///
/// @param text what it means: of a string without its quotes, for instance
/// @param raw what was written
/// @param from where it begins in the template
/// @param line on which it begins, counted from 1
/// @param column in which it begins, counted from 0
/// @param lastLine on which it ends
record Token(TokenKind kind, String text, String raw, int from, int line, int column, int lastLine) {

    /// Whether the tag that begins with this token wants the white space before it gone.
    boolean stripsBefore() {
        return raw.length() > 2 && raw.charAt(2) == '~';
    }

    /// Whether the tag that ends with this token wants the white space after it gone.
    boolean stripsAfter() {
        return raw.length() > 2 && raw.charAt(raw.length() - 3) == '~';
    }
}
