package dev.understudy.format;

/// Ends the reading of a file that can't be taken, from wherever that was found. It never leaves this package:
/// [MockoonImport] makes an [ImportResult.Refused] of it.
final class Refusal extends RuntimeException {

    private final String place;
    private final String reason;

    Refusal(String place, String reason) {
        super(reason, null, false, false);
        this.place = place;
        this.reason = reason;
    }

    Refusal with(String moreWords) {
        return new Refusal(place, reason + moreWords);
    }

    Refusal at(String foundPlace) {
        return new Refusal(foundPlace, reason);
    }

    ImportResult.Refused result() {
        return new ImportResult.Refused(place, reason);
    }
}
