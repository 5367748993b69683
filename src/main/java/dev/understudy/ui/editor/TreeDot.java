package dev.understudy.ui.editor;

/// Somebody on a row of the tree. Public, because Vaadin reads it by reflection to send it to the browser.
public record TreeDot(String name, String colour) {}
