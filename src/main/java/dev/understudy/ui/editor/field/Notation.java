package dev.understudy.ui.editor.field;

import dev.understudy.environment.Field;
import dev.understudy.environment.FieldType;
import java.util.Optional;
import java.util.function.Function;

/// How a value is written in a text box, and how to read it back.
///
/// @param read the value, or empty if it is not written like one; then `expected` says how
record Notation<T>(Function<T, String> write, Function<String, Optional<T>> read, String expected) {

    static final Notation<String> TEXT = new Notation<>(value -> value, Optional::of, "");

    /// Digits, with spaces around allowed; nothing stands for the smallest value.
    static Notation<Integer> whole(Field<Integer> field) {
        FieldType.Whole type = (FieldType.Whole) field.type();
        return new Notation<>(
                String::valueOf,
                text -> wholeOf(text.strip(), type.min()).filter(value -> value >= type.min() && value <= type.max()),
                "%s is a whole number between %d and %d.".formatted(field.label(), type.min(), type.max()));
    }

    private static Optional<Integer> wholeOf(String text, int nothing) {
        if (text.isEmpty() && nothing == 0) {
            return Optional.of(0);
        }
        try {
            return Optional.of(Integer.parseInt(text));
        } catch (NumberFormatException notOne) {
            return Optional.empty();
        }
    }
}
