package dev.understudy.format;

import dev.understudy.environment.Excess;
import java.util.Optional;

/// Ends the reading of a file that can't be taken, from wherever that was found. It never leaves this package:
/// [MockoonImport] makes an [ImportResult.Refused] of it.
final class ImportRefusal extends RuntimeException {

    private final String place;
    private final String reason;
    private final transient Optional<Excess> excess;

    ImportRefusal(String place, String reason) {
        this(place, reason, Optional.empty());
    }

    private ImportRefusal(String place, String reason, Optional<Excess> excess) {
        super(reason, null, false, false);
        this.place = place;
        this.reason = reason;
        this.excess = excess;
    }

    ImportRefusal with(String moreWords) {
        return new ImportRefusal(place, reason + moreWords, excess);
    }

    ImportRefusal at(String foundPlace) {
        return new ImportRefusal(foundPlace, reason, excess);
    }

    ImportRefusal beyond(long limit, long value) {
        return new ImportRefusal(place, reason, Optional.of(new Excess(limit, value)));
    }

    ImportResult.Refused result() {
        return new ImportResult.Refused(place, reason, excess);
    }
}
