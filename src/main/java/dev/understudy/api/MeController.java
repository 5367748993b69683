package dev.understudy.api;

import dev.understudy.team.Accesses;
import dev.understudy.team.Actor;
import dev.understudy.team.TeamAccess;
import java.util.List;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// Tells whoever calls who they are.
@RestController
class MeController {

    record Me(UUID id, String email, String displayName, List<Team> teams) {}

    record Team(UUID id, String name, String role) {}

    private final Accesses accesses;

    MeController(Accesses accesses) {
        this.accesses = accesses;
    }

    @GetMapping(ApiPaths.V1 + "/me")
    Me me(Actor actor) {
        List<Team> teams =
                accesses.teams(actor).stream().map(MeController::team).toList();
        return new Me(actor.user().value(), actor.email(), actor.displayName(), teams);
    }

    private static Team team(TeamAccess access) {
        return new Team(access.team().value(), access.name(), access.role().word());
    }
}
