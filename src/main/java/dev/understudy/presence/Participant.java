package dev.understudy.presence;

import dev.understudy.team.UserId;

/// Somebody, with one of their clients, in a room.
///
/// @param client the client's name for itself; a person with two browser tabs has two
/// @param colour an index into the palette of people's colours, 0 to [#COLOURS]-1; one person has one colour
public record Participant(String client, UserId user, String displayName, int colour, Focus focus) {

    public static final int COLOURS = 8;
}
