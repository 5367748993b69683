package dev.understudy.ui.shell;

import dev.understudy.server.Subscription;
import dev.understudy.team.Actor;
import dev.understudy.team.TeamId;
import dev.understudy.team.UserId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArraySet;
import org.springframework.stereotype.Component;

/// Who has this server open in a browser, team by team: one visit for each tab. Any thread may call it.
@Component
public class Lobby {

    private record Visit(Actor actor, Runnable listener) {}

    private final Map<TeamId, Set<Visit>> teams = new ConcurrentHashMap<>();

    /// Enters, until the subscription is closed.
    ///
    /// @param listener runs after every coming and going, on the thread of whoever came or went
    Subscription enter(TeamId team, Actor actor, Runnable listener) {
        Visit visit = new Visit(actor, listener);
        Set<Visit> visits = teams.computeIfAbsent(team, _ -> new CopyOnWriteArraySet<>());
        visits.add(visit);
        tell(visits);
        return () -> {
            if (visits.remove(visit)) {
                tell(visits);
            }
        };
    }

    /// Everybody once, whoever came first first.
    List<Actor> people(TeamId team) {
        Map<UserId, Actor> people = new LinkedHashMap<>();
        teams.getOrDefault(team, Set.of())
                .forEach(visit -> people.putIfAbsent(visit.actor().user(), visit.actor()));
        return List.copyOf(people.values());
    }

    private static void tell(Set<Visit> visits) {
        visits.forEach(visit -> visit.listener().run());
    }
}
