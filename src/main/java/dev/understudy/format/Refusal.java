package dev.understudy.format;

import dev.understudy.environment.Excess;
import java.util.Optional;

/// Ends the reading of a file that can't be taken, from wherever that was found. It never leaves this package:
/// [MockoonImport] makes an [ImportResult.Refused] of it.
final class Refusal extends RuntimeException {

    private final String place;
    private final String reason;
    private final transient Optional<Excess> excess;

    Refusal(String place, String reason) {
        this(place, reason, Optional.empty());
    }

    private Refusal(String place, String reason, Optional<Excess> excess) {
        super(reason, null, false, false);
        this.place = place;
        this.reason = reason;
        this.excess = excess;
    }

    Refusal with(String moreWords) {
        return new Refusal(place, reason + moreWords, excess);
    }

    Refusal at(String foundPlace) {
        return new Refusal(foundPlace, reason, excess);
    }

    Refusal beyond(long limit, long value) {
        return new Refusal(place, reason, Optional.of(new Excess(limit, value)));
    }

    ImportResult.Refused result() {
        return new ImportResult.Refused(place, reason, excess);
    }
}
