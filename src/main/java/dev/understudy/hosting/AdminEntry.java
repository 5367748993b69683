package dev.understudy.hosting;

import java.util.Optional;

/// How programs get into the admin API of a listener.
///
/// @param enabled whether the operator lets listeners have one at all
/// @param token the secret that opens it, the same at each start; empty before the first one
/// @param url where it is; empty unless the listener runs
public record AdminEntry(boolean enabled, Optional<String> token, Optional<String> url) {}
