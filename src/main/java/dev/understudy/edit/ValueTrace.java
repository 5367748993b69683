package dev.understudy.edit;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What becomes of a value that somebody wants back, while the log goes on. Of a text it is a change, carried over what
/// others write; of anything else the value from before.
final class ValueTrace {

    private @Nullable Object before;
    private @Nullable TextChange back;
    private @Nullable String by;

    /// The value is changed by what is to be taken back.
    void take(Effect effect) {
        if (by != null) {
            before = null;
            back = null;
            by = null;
        }
        Optional<TextChange> textBack = textBack(effect);
        if (before == null && effect.inverse().getFirst() instanceof Edit.Set(var _, var _, Object value)) {
            before = value;
        }
        if (back == null) {
            back = textBack.orElse(null);
        } else {
            pass(effect);
        }
    }

    /// The same person changed it later, and that is taken back already.
    void pass(Effect effect) {
        TextChange until = back;
        if (until != null && by == null) {
            back = textBack(effect).map(change -> change.then(until)).orElse(until);
        }
    }

    /// Somebody else changed it.
    void respect(Effect effect, String author) {
        if (back != null
                && effect.edit() instanceof Edit.Splice(var _, var _, TextChange theirs)
                && theirs.oldLength() == back.oldLength()) {
            back = back.over(theirs);
        } else {
            by = author;
        }
    }

    /// Who wrote it as a whole since.
    Optional<String> by() {
        return Optional.ofNullable(by);
    }

    /// The value without what is taken back; empty if it stays as it is.
    Optional<Object> valueBefore(Object now) {
        if (by != null) {
            return Optional.empty();
        }
        TextChange change = back;
        if (change == null) {
            return Optional.ofNullable(before);
        }
        return now instanceof String text && text.length() == change.oldLength()
                ? Optional.of(change.applyTo(text))
                : Optional.empty();
    }

    private static Optional<TextChange> textBack(Effect effect) {
        return switch (effect.edit()) {
            case Edit.Splice _
            when effect.inverse().getFirst() instanceof Edit.Splice(var _, var _, TextChange change) ->
                Optional.of(change);
            case Edit.Set(var _, var _, String after)
            when effect.inverse().getFirst() instanceof Edit.Set(var _, var _, String text) ->
                Optional.of(TextChange.between(after, text));
            case Edit.Set _, Edit.Splice _, Edit.Add _, Edit.Move _, Edit.Remove _ -> Optional.empty();
        };
    }
}
