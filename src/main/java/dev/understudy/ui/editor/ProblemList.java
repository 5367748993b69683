package dev.understudy.ui.editor;

import com.vaadin.flow.component.html.Span;

/// How many problems the mock has.
final class ProblemList extends Span {}
