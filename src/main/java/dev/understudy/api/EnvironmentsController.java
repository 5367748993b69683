package dev.understudy.api;

import dev.understudy.asset.Assets;
import dev.understudy.collab.EnvironmentSummary;
import dev.understudy.collab.Environments;
import dev.understudy.environment.Environment;
import dev.understudy.environment.EnvironmentId;
import dev.understudy.environment.Schema;
import dev.understudy.hosting.listener.ListenerState;
import dev.understudy.hosting.listener.Listeners;
import dev.understudy.presence.Presence;
import dev.understudy.team.Access;
import dev.understudy.team.Accesses;
import dev.understudy.team.Action;
import dev.understudy.team.Actor;
import dev.understudy.team.TeamAccess;
import dev.understudy.team.TeamId;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// The catalogue: lists environments, creates them and moves them to the trash.
@RestController
class EnvironmentsController {

    record Created(UUID id, String name, long revision, List<ProblemView> problems) {}

    private final Accesses accesses;
    private final Environments environments;
    private final Presence presence;
    private final Listeners listeners;
    private final Documents documents;
    private final Assets assets;

    EnvironmentsController(
            Accesses accesses,
            Environments environments,
            Presence presence,
            Listeners listeners,
            Documents documents,
            Assets assets) {
        this.assets = assets;
        this.accesses = accesses;
        this.environments = environments;
        this.presence = presence;
        this.listeners = listeners;
        this.documents = documents;
    }

    @GetMapping(ApiPaths.ENVIRONMENTS)
    List<EnvironmentView> list(Actor actor) {
        return accesses.teams(actor).stream()
                .flatMap(team -> {
                    var states = listeners.states(team);
                    return environments.list(team).stream()
                            .map(summary ->
                                    view(summary, states.getOrDefault(summary.main(), new ListenerState.Stopped())));
                })
                .toList();
    }

    @GetMapping(ApiPaths.ENVIRONMENT)
    EnvironmentView one(Access access) {
        return view(environments.summary(access), listeners.state(access));
    }

    @PostMapping(ApiPaths.ENVIRONMENTS)
    ResponseEntity<Created> create(
            Actor actor,
            @RequestParam @Nullable String teamId,
            @RequestParam @Nullable String name,
            HttpServletRequest request)
            throws IOException {
        TeamAccess team = team(actor, teamId).require(Action.CREATE);
        byte[] body = JsonBodyReader.file(request);
        Documents.Read read = body.length == 0 ? documents.blank() : documents.make(actor, body);
        Environment named = named(read.environment(), Optional.ofNullable(name));
        EnvironmentId id = body.length == 0
                ? environments.create(team, named)
                : environments
                        .importFrom(team, "the environment", named, () -> true)
                        .orElseThrow();
        if (!read.files().isEmpty()) {
            accesses.find(actor, id)
                    .ifPresent(access -> read.files().forEach((content, bytes) -> assets.keep(access, content, bytes)));
        }
        Created created = new Created(
                id.value(),
                named.root().get(Schema.ENVIRONMENT_NAME),
                1,
                read.problems().stream().map(ProblemView::of).toList());
        return ResponseEntity.created(URI.create(ApiPaths.ENVIRONMENTS + "/" + id))
                .body(created);
    }

    @DeleteMapping(ApiPaths.ENVIRONMENT)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void trash(Access access) {
        environments.trash(access);
    }

    private EnvironmentView view(EnvironmentSummary summary, ListenerState listener) {
        return EnvironmentView.of(summary, presence.participants(summary.main()).size(), ListenerView.of(listener));
    }

    private TeamAccess team(Actor actor, @Nullable String teamId) {
        if (teamId != null) {
            return TeamId.parse(teamId).flatMap(id -> accesses.team(actor, id)).orElseThrow(ApiProblem::notFound);
        }
        List<TeamAccess> teams = accesses.teams(actor);
        if (teams.size() != 1) {
            throw ApiProblem.invalidRequest(
                    "You are in %d teams: name one with the parameter \"teamId\".".formatted(teams.size()));
        }
        return teams.getFirst();
    }

    private static Environment named(Environment environment, Optional<String> wanted) {
        Optional<String> name = wanted.map(String::strip).filter(text -> !text.isEmpty());
        name.flatMap(Schema.ENVIRONMENT_NAME::refusal).ifPresent(reason -> {
            throw ApiProblem.invalidRequest("The parameter \"name\" " + reason + ".");
        });
        return name.map(text -> environment.with(environment.root().with(Schema.ENVIRONMENT_NAME, text)))
                .orElse(environment);
    }
}
