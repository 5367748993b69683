package dev.understudy.hosting.listener;

import dev.understudy.environment.EnvironmentId;
import dev.understudy.hosting.admin.AdminToken;
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
/// @param token what opens its admin API, empty if nothing does
/// @param made who made that and when
/// @param prefix the path prefix of the environment
/// @param named the port that the document names
/// @param name the name of the environment
record ListenerRow(
        EnvironmentId environment,
        TeamId team,
        boolean wanted,
        Optional<Integer> wantedPort,
        Optional<Integer> port,
        Optional<UUID> owner,
        Optional<String> failure,
        boolean secure,
        Optional<AdminToken> token,
        AdminEntry.Made made,
        String prefix,
        int named,
        String name) {}
