package dev.understudy.traffic;

import java.time.Instant;

/// Something that went wrong while a mock answered, told to its authors.
///
/// @param code in capitals, as the reference's logs call it
/// @param message a sentence
public record Mishap(Instant at, String code, String message) {}
