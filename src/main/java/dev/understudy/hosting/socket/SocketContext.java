package dev.understudy.hosting.socket;

import dev.understudy.environment.MemoryBudget;
import dev.understudy.hosting.heavy.HeavyShare;
import dev.understudy.mock.exchange.Incident;
import dev.understudy.mock.socket.SocketSession;
import java.util.function.Consumer;
import java.util.function.Predicate;

/// What the connections of a listener need of its mock.
///
/// @param keeps whether the version that answers now still has a session's route, unchanged
/// @param heavy where work is done that takes a while
/// @param incidents takes what went wrong
/// not
///        so many
public record SocketContext(
        Predicate<SocketSession> keeps, HeavyShare heavy, Consumer<Incident> incidents, MemoryBudget memory) {}
