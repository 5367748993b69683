package dev.understudy.format.openapi;

/// Ends the reading of a description that can't be taken, from wherever that was found. It never leaves this package:
/// [OpenApiImport] makes a [Conversion.Refused] of it.
final class Unreadable extends RuntimeException {

    private final String place;
    private final String sentence;

    Unreadable(String place, String sentence) {
        super(sentence, null, false, false);
        this.place = place;
        this.sentence = sentence;
    }

    Conversion.Refused result() {
        return new Conversion.Refused(place, sentence);
    }
}
