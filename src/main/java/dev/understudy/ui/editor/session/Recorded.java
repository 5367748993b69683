package dev.understudy.ui.editor.session;

import dev.understudy.traffic.HeaderLine;
import java.util.List;

/// An answer of another server or of a mock, to be given by a mock from now on.
///
/// @param headers beside the type of the body
public record Recorded(int status, String contentType, String body, List<HeaderLine> headers) {}
