package dev.understudy.hosting;

import dev.understudy.environment.EnvironmentId;
import dev.understudy.team.TeamId;
import java.util.Optional;
import java.util.UUID;

/// A listener as the database knows it.
///
/// @param wanted whether it should run; never for an environment in the trash
/// @param wantedPort the port that was asked for, until a process tried it
/// @param port where it runs, or ran last
/// @param owner the process that runs it
/// @param failure why it does not run, or not where it was asked to
/// @param secure whether it speaks TLS there
/// @param token the secret of its admin API
/// @param prefix the path prefix of the environment
record ListenerRow(
        EnvironmentId environment,
        TeamId team,
        boolean wanted,
        Optional<Integer> wantedPort,
        Optional<Integer> port,
        Optional<UUID> owner,
        Optional<String> failure,
        boolean secure,
        String token,
        String prefix) {

    /// The secret is not for logs.
    @Override
    public String toString() {
        return "listener of " + environment;
    }
}
