package dev.understudy.hosting.listener;

import dev.understudy.hosting.admin.AdminToken;
import dev.understudy.team.Branch;
import java.util.Optional;
import java.util.UUID;

/// A listener as the database knows it.
///
/// @param wanted whether it should run; never for an environment in the trash
/// @param wantedPort the port that was asked for, until a process tried it
/// @param port where it runs, or ran last
/// @param host how clients reach the server that runs it, if its operator said so
/// @param owner the process that runs it
/// @param failure why it does not run, or not where it was asked to
/// @param secure whether it speaks TLS there
/// @param token what opens its admin API, empty if nothing does
/// @param made who made that and when
/// @param prefix the path prefix of the environment
/// @param named the port that the document names
/// @param name the name of the environment
record ListenerRow(
        Branch branch,
        boolean wanted,
        Optional<Integer> wantedPort,
        Optional<Integer> port,
        Optional<String> host,
        Optional<UUID> owner,
        Optional<String> failure,
        boolean secure,
        Optional<AdminToken> token,
        AdminEntry.Made made,
        String prefix,
        int named,
        String name) {}
