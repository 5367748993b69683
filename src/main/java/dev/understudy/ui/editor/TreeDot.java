package dev.understudy.ui.editor;

/// Somebody on a row of the tree.
record TreeDot(String name, String colour) {}
