package dev.understudy.mock.exchange;

/// Something that went wrong while a request was answered, for the log of the listener.
///
/// @param code in capitals, as the reference's logs call it
/// @param message a sentence for the mock's author
public record Incident(String code, String message) {}
