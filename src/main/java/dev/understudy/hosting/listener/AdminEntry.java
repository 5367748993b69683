package dev.understudy.hosting.listener;

import java.time.Instant;
import java.util.Optional;

/// How programs get into the admin API of a listener.
///
/// @param enabled whether the operator lets listeners have one at all
/// @param token what is known of the secret that opens it; empty as long as nobody made one
/// @param url where it is; empty unless the listener runs
public record AdminEntry(boolean enabled, Optional<Made> token, Optional<String> url) {

    /// Who made a token and when. It is itself known to nobody but who made it: only its hash is kept.
    ///
    /// @param by empty for one of the time when listeners made their tokens themselves
    /// @param at empty for such a one
    public record Made(Optional<String> by, Optional<Instant> at) {}

    /// A fresh token, told this once.
    public record Issued(AdminEntry entry, String secret) {}
}
