package dev.understudy.ui.shell;

import dev.understudy.team.Role;
import dev.understudy.team.TeamAccess;
import dev.understudy.team.TeamId;
import dev.understudy.ui.kit.Roles;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// In which teams somebody is, and as what. Pure.
record TeamPlaces(Map<TeamId, Place> teams) {

    record Place(String team, Role role) {}

    static TeamPlaces of(List<TeamAccess> teams) {
        Map<TeamId, Place> places = new LinkedHashMap<>();
        teams.forEach(access -> places.put(access.team(), new Place(access.name(), access.role())));
        return new TeamPlaces(places);
    }

    /// What to tell somebody whose places were these until now: a sentence for each team that is another place now.
    List<String> news(TeamPlaces now) {
        List<String> sentences = new ArrayList<>();
        teams.forEach((team, before) -> {
            Place after = now.teams.get(team);
            if (after == null) {
                sentences.add("You are no longer in the team “" + before.team() + "”.");
            } else if (after.role() != before.role()) {
                sentences.add(
                        "You are " + Roles.withArticle(after.role()) + " now in the team “" + after.team() + "”.");
            }
        });
        now.teams.forEach((team, place) -> {
            if (!teams.containsKey(team)) {
                sentences.add("You are in the team “" + place.team() + "” now.");
            }
        });
        return sentences;
    }
}
