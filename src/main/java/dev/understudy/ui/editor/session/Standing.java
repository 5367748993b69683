package dev.understudy.ui.editor.session;

/// What the person in the session may do right now.
public sealed interface Standing {

    record Editing() implements Standing {}

    /// Sees everything and changes nothing.
    record Looking(String reason) implements Standing {}

    /// Is out: taken from the team, or the environment is in the trash.
    record Out(String reason) implements Standing {}

    default boolean mayEdit() {
        return this instanceof Editing;
    }
}
