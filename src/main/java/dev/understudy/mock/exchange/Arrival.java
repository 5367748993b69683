package dev.understudy.mock.exchange;

/// Where a request came from and where it came in.
///
/// @param ip of the client, as templates shall see it
/// @param secure whether it came over TLS
/// @param port of the listener
public record Arrival(String ip, boolean secure, int port) {

    /// Of a request that no network brought.
    public static final Arrival NOWHERE = new Arrival("127.0.0.1", false, 0);
}
