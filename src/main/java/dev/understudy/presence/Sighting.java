package dev.understudy.presence;

import dev.understudy.team.TeamId;
import dev.understudy.team.UserId;
import java.time.Instant;

/// The last that was heard of a participant. Its identity comes from the server, never from the client.
///
/// @param process the server process that the participant is connected to
/// @param team whose place it is
/// @param since when the participant came
/// @param present false once it has left
record Sighting(
        String process,
        Place place,
        TeamId team,
        UserId user,
        String client,
        String displayName,
        Instant since,
        Focus focus,
        boolean present) {

    record Key(UserId user, String client) {}

    Key key() {
        return new Key(user, client);
    }

    Sighting withFocus(Focus newFocus) {
        return new Sighting(process, place, team, user, client, displayName, since, newFocus, true);
    }

    Sighting gone() {
        return new Sighting(process, place, team, user, client, displayName, since, Focus.NOWHERE, false);
    }
}
