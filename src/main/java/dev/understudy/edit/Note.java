package dev.understudy.edit;

/// What the author of a change should know about one of its edits that did not go in as sent.
///
/// @param edit the index of the edit in the change
/// @param message a sentence for people
public record Note(int edit, String message) {}
