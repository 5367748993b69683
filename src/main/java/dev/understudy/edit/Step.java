package dev.understudy.edit;

/// What one edit of a change did to the draft.
sealed interface Step {

    Step DONE = new Done();

    /// It is in, with its effect.
    record Done() implements Step {}

    /// It changes nothing, and the message says why.
    record Nothing(String message) implements Step {}

    /// It can't be right on any document: the change is rejected.
    record Wrong(Outcome.Reason reason, String message) implements Step {}

    static Step wrong(String message) {
        return new Wrong(Outcome.Reason.INVALID, message);
    }
}
