package dev.understudy.traffic;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/// Ids of exchanges: UUIDs of version 7 (RFC 9562, section 5.7) that begin with the millisecond of the answer and a
/// count, so that their order is that of the answers, but where the count begins anew within a millisecond; and an id
/// says when that was. Any thread may call it.
public final class ExchangeIds {

    private static final int COUNT_BITS = 12;
    private static final int VERSION = 7;
    private static final AtomicInteger COUNT = new AtomicInteger();

    private ExchangeIds() {}

    /// A new one.
    ///
    /// @param millis since 1970
    public static UUID at(long millis) {
        long count = COUNT.getAndIncrement() & ((1L << COUNT_BITS) - 1);
        long low = (ThreadLocalRandom.current().nextLong() & ~(3L << 62)) | (2L << 62);
        return new UUID(millis << 16 | (long) VERSION << COUNT_BITS | count, low);
    }

    /// Comes before all ids of that moment and later ones, and after all earlier ones.
    public static UUID startOf(Instant moment) {
        return new UUID(moment.toEpochMilli() << 16 | (long) VERSION << COUNT_BITS, 2L << 62);
    }

    /// When the exchange was answered.
    public static Instant instantOf(UUID id) {
        return Instant.ofEpochMilli(id.getMostSignificantBits() >>> 16);
    }

    /// The id that a text is; empty if it can't be one of an exchange.
    public static Optional<UUID> parse(String text) {
        try {
            return Optional.of(UUID.fromString(text))
                    .filter(id -> id.version() == VERSION && id.toString().equalsIgnoreCase(text));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
