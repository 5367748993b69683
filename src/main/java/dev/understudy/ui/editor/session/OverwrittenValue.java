package dev.understudy.ui.editor.session;

/// A value that somebody set here and somebody else replaced at once.
///
/// @param sentence who set what
/// @param value the lost value in words
/// @param again sets it again
public record OverwrittenValue(String sentence, String value, Runnable again) {}
