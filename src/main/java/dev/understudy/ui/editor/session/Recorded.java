package dev.understudy.ui.editor.session;

/// An answer of another server, to be given by a mock from now on.
public record Recorded(int status, String contentType, String body) {}
