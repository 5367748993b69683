package dev.understudy.team;

import java.time.Clock;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.springframework.stereotype.Component;

/// Makes UUIDs of version 7 (RFC 9562, section 5.7): 48 bits of milliseconds, then chance, so that the rows of a table
/// grow at its end. Any thread may call it, given a source of chance that allows that.
@Component
public final class TimeOrderedIds {

    private final Clock clock;
    private final RandomGenerator chance;

    public TimeOrderedIds(Clock clock, RandomGenerator chance) {
        this.clock = clock;
        this.chance = chance;
    }

    public UUID next() {
        long high = (clock.millis() << 16) | 0x7000L | (chance.nextLong() & 0x0FFFL);
        long low = (chance.nextLong() & ~(3L << 62)) | (2L << 62);
        return new UUID(high, low);
    }
}
