package dev.understudy.edit;

import dev.understudy.environment.Excess;
import dev.understudy.environment.Field;
import java.util.Optional;

/// What one edit of a change did to the draft.
sealed interface Step {

    Step DONE = new Done();

    /// It is in, with its effect.
    record Done() implements Step {}

    /// It changes nothing, and the message says why.
    record Nothing(String message) implements Step {}

    /// It can't be right on any document: the change is rejected.
    ///
    /// @param excess if a limit is why, how far it is beyond that
    record Wrong(String message, Optional<Excess> excess) implements Step {}

    static Step wrong(String message) {
        return new Wrong(message, Optional.empty());
    }

    /// The field does not take the value.
    ///
    /// @param refusal why the field does not take the value, as [Field#refusal] says it
    static Step wrong(Field<?> field, Object value, String refusal) {
        return new Wrong("%s %s.".formatted(field.label(), refusal), field.excess(value));
    }
}
