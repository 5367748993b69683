package dev.understudy.environment;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The position of a node among its siblings: a fractional index in base 62, in the widely used scheme
/// `a0 < a0V < a1 < … < az < b00`. Keys compare as plain strings.
///
/// The first character tells how many digits the integer part has (`a` two characters, `b` three, …, and
/// downwards `Z` two, `Y` three, …); what follows is a fraction that never ends in `0`, so that there is
/// always room between two different keys.
public record OrderKey(String value) implements Comparable<OrderKey> {

    /// Longer keys are refused: only a client that misbehaves gets there.
    public static final int MAX_LENGTH = 200;

    public static final OrderKey FIRST = new OrderKey("a0");

    /// Wraps a value that is known to be a key.
    ///
    /// @throws IllegalArgumentException if the value is not a key; untrusted text goes through [#parse]
    public OrderKey {
        if (!OrderDigits.isKey(value)) {
            throw new IllegalArgumentException("Not an order key: " + value);
        }
    }

    public static Optional<OrderKey> parse(String text) {
        return text.length() <= MAX_LENGTH && OrderDigits.isKey(text)
                ? Optional.of(new OrderKey(text))
                : Optional.empty();
    }

    /// A key that was stored, however long.
    public static Optional<OrderKey> ofStored(String text) {
        return OrderDigits.isKey(text) ? Optional.of(new OrderKey(text)) : Optional.empty();
    }

    /// A key strictly between the two; `null` means no bound on that side.
    ///
    /// @throws IllegalArgumentException if `before` is not smaller than `after`
    public static OrderKey between(@Nullable OrderKey before, @Nullable OrderKey after) {
        if (before == null) {
            return after == null ? FIRST : new OrderKey(OrderDigits.before(after.value));
        }
        if (after == null) {
            return new OrderKey(OrderDigits.after(before.value));
        }
        if (before.compareTo(after) >= 0) {
            throw new IllegalArgumentException(before + " is not before " + after);
        }
        return new OrderKey(OrderDigits.between(before.value, after.value));
    }

    @Override
    public int compareTo(OrderKey other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
