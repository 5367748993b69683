package dev.understudy.environment;

import java.util.List;
import java.util.Optional;

/// What values a field takes. Values in memory are plain immutable Java values and never null: a choice
/// that is `null` in the exchange format is the empty string here.
public sealed interface FieldType<T> {

    /// Why the value can't be taken, as the end of a sentence that starts with the field's name.
    Optional<String> refusal(T value);

    Class<T> valueClass();

    /// A string. Long texts merge by splices in an editor; short ones are last-write-wins inputs.
    record Text(int maxLength) implements FieldType<String> {
        @Override
        public Optional<String> refusal(String value) {
            if (value.length() > maxLength) {
                return Optional.of("has %,d characters; the limit is %,d".formatted(value.length(), maxLength));
            }
            return Texts.flaw(value);
        }

        @Override
        public Class<String> valueClass() {
            return String.class;
        }
    }

    record Whole(int min, int max) implements FieldType<Integer> {
        @Override
        public Optional<String> refusal(Integer value) {
            return value < min || value > max
                    ? Optional.of("must be between %d and %d, not %d".formatted(min, max, value))
                    : Optional.empty();
        }

        @Override
        public Class<Integer> valueClass() {
            return Integer.class;
        }
    }

    record Flag() implements FieldType<Boolean> {
        @Override
        public Optional<String> refusal(Boolean value) {
            return Optional.empty();
        }

        @Override
        public Class<Boolean> valueClass() {
            return Boolean.class;
        }
    }

    /// One of a few words. With `emptyIsNull` the empty string is allowed too and is `null` outside.
    record Choice(List<String> values, boolean emptyIsNull) implements FieldType<String> {
        @Override
        public Optional<String> refusal(String value) {
            return values.contains(value) || (emptyIsNull && value.isEmpty())
                    ? Optional.empty()
                    : Optional.of("must be one of " + String.join(", ", values));
        }

        @Override
        public Class<String> valueClass() {
            return String.class;
        }
    }

    /// Points to another node: to a bucket by its short `id`, to a callback by its node id. Empty: to nothing.
    record Reference(Kind target) implements FieldType<String> {
        @Override
        public Optional<String> refusal(String value) {
            return new Text(Limits.MAX_SHORT_TEXT).refusal(value);
        }

        @Override
        public Class<String> valueClass() {
            return String.class;
        }
    }
}
