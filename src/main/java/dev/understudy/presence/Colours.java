package dev.understudy.presence;

import dev.understudy.team.UserId;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Gives people colours: each the one that goes with their id, or the next free one if somebody who came earlier
/// has it. So every process gives the same, and who is there keeps theirs when others come.
final class Colours {

    private Colours() {}

    static Map<UserId, Integer> of(List<Sighting> inOrder) {
        Map<UserId, Integer> colours = new LinkedHashMap<>();
        Set<Integer> taken = new HashSet<>();
        for (Sighting sighting : inOrder) {
            colours.computeIfAbsent(sighting.user(), user -> {
                int colour = Math.floorMod(user.value().hashCode(), Participant.COLOURS);
                while (taken.size() < Participant.COLOURS && !taken.add(colour)) {
                    colour = (colour + 1) % Participant.COLOURS;
                }
                return colour;
            });
        }
        return colours;
    }
}
