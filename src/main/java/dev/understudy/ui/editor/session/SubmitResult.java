package dev.understudy.ui.editor.session;

import dev.understudy.collab.Receipt;
import dev.understudy.edit.Note;
import java.util.List;
import java.util.Optional;

/// What the room made of an edit, as a form has to deal with it.
public sealed interface SubmitResult {

    /// It is in; `notes` say what went in differently.
    record Done(long revision, List<String> notes) implements SubmitResult {}

    /// There was nothing to change, perhaps because what it was about is gone.
    record Nothing(List<String> notes) implements SubmitResult {}

    /// It can't be taken; the reason is a sentence for the person who typed it.
    record Refused(String reason) implements SubmitResult {}

    /// The text changed since; the same again on top of what changed will do.
    record Stale() implements SubmitResult {}

    /// It was made for another text than there is: the page that made it has to start anew.
    record Astray() implements SubmitResult {}

    /// What to tell the person, if it did not go in as meant.
    default Optional<String> complaint() {
        return switch (this) {
            case Done(long _, List<String> notes) -> said(notes);
            case Nothing(List<String> notes) -> said(notes);
            case Refused(String reason) -> Optional.of(reason);
            case Stale _, Astray _ -> Optional.of("It was changed by somebody else at the same moment. Try again.");
        };
    }

    private static Optional<String> said(List<String> notes) {
        return notes.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", notes));
    }

    /// What became of a change.
    ///
    /// @param told those of the receipt's notes that its author should be told
    static SubmitResult of(Receipt receipt, List<Note> told) {
        List<String> notes = told.stream().map(Note::message).toList();
        return switch (receipt.kind()) {
            case COMMITTED, ADJUSTED -> new Done(receipt.revision(), notes);
            case NO_EFFECT -> new Nothing(notes);
            case INVALID, TOO_LARGE -> new Refused(String.join(" ", notes));
            case STALE -> new Stale();
        };
    }
}
