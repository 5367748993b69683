package dev.understudy.presence;

import dev.understudy.environment.BranchId;
import dev.understudy.environment.NodeId;
import dev.understudy.team.TeamId;
import dev.understudy.team.UserId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Sightings on their way between server processes.
final class SightingJson {

    private static final JsonMapper JSON = JsonMapper.shared();

    /// What an older process says, which names none.
    private static final UUID NO_TEAM = new UUID(0, 0);

    private SightingJson() {}

    static String write(Sighting sighting) {
        ObjectNode json = JSON.createObjectNode()
                .put("process", sighting.process())
                .put("team", sighting.team().toString())
                .put("user", sighting.user().value().toString())
                .put("client", sighting.client())
                .put("name", sighting.displayName())
                .put("since", sighting.since().toEpochMilli())
                .put("present", sighting.present());
        if (sighting.place() instanceof Place.Room(BranchId branch)) {
            json.put("branch", branch.toString());
        }
        Focus focus = sighting.focus();
        focus.node().ifPresent(node -> json.put("node", node.value()));
        focus.field().ifPresent(field -> json.put("field", field));
        focus.selection()
                .ifPresent(selection -> json.put("anchor", selection.anchor()).put("head", selection.head()));
        return JSON.writeValueAsString(json);
    }

    static Sighting read(String text) {
        JsonNode json = JSON.readTree(text);
        Focus focus = new Focus(
                Optional.ofNullable(json.get("node")).flatMap(node -> NodeId.parse(node.asString())),
                Optional.ofNullable(json.get("field")).map(JsonNode::asString),
                Optional.ofNullable(json.get("anchor"))
                        .map(anchor -> new Selection(
                                anchor.intValue(), json.path("head").intValue())));
        TeamId team = new TeamId(id(json, "team").orElse(NO_TEAM));
        return new Sighting(
                json.path("process").asString(),
                id(json, "branch")
                        .<Place>map(branch -> new Place.Room(new BranchId(branch)))
                        .orElseGet(() -> new Place.Lobby(team)),
                team,
                new UserId(UUID.fromString(json.path("user").asString())),
                json.path("client").asString(),
                json.path("name").asString(),
                Instant.ofEpochMilli(json.path("since").longValue()),
                focus,
                json.path("present").booleanValue());
    }

    private static Optional<UUID> id(JsonNode json, String name) {
        return Optional.ofNullable(json.get(name)).map(JsonNode::asString).map(UUID::fromString);
    }
}
