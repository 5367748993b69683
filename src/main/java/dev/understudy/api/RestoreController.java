package dev.understudy.api;

import dev.understudy.collab.Receipt;
import dev.understudy.collab.Rooms;
import dev.understudy.collab.Snapshot;
import dev.understudy.environment.NodeId;
import dev.understudy.history.past.Restoration;
import dev.understudy.history.past.Restored;
import dev.understudy.team.Access;
import dev.understudy.team.Action;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/// Brings an environment, or some nodes of it, back to how it was, by a new change.
@RestController
class RestoreController {

    /// @param left what stays as it is, since others changed it meanwhile
    record Answer(long revision, String outcome, List<Left> left) {}

    private static final int MAX_NODES = 1_000;

    private final Restoration restoration;
    private final References references;
    private final Rooms rooms;

    RestoreController(Restoration restoration, References references, Rooms rooms) {
        this.restoration = restoration;
        this.references = references;
        this.rooms = rooms;
    }

    @PostMapping(ApiPaths.ENVIRONMENT + "/restore")
    Answer restore(Access access, HttpServletRequest request) throws IOException {
        BranchQuery.require(request, access);
        access.require(Action.EDIT);
        JsonNode body = JsonBodyReader.small(request);
        TreeSet<String> unknown = new TreeSet<>(body.propertyNames());
        unknown.removeAll(Set.of("to", "nodes"));
        if (!unknown.isEmpty() || !body.path("to").isString()) {
            throw ApiProblem.invalidRequest(
                    "Say to which document to go back: {\"to\": \"rev:12\"} or a time, and \"nodes\" for some nodes.");
        }
        Set<NodeId> nodes = nodes(body.path("nodes"));
        Snapshot to = references.find(access, body.path("to").asString());
        Snapshot seen = rooms.open(access).newest();
        nodes.stream()
                .filter(node ->
                        !to.environment().contains(node) && !seen.environment().contains(node))
                .findFirst()
                .ifPresent(node -> {
                    throw ApiProblem.invalidRequest(
                            "There is no node %s, neither now nor then.".formatted(node.value()));
                });
        return switch (restoration.restore(access, to.environment(), nodes, seen)) {
            case Restored.Done(Receipt receipt, var left) ->
                new Answer(receipt.revision(), OutcomeWord.of(receipt.kind()), Left.of(left));
            case Restored.Nothing(long revision, var left) ->
                new Answer(revision, OutcomeWord.of(Receipt.Kind.NO_EFFECT), Left.of(left));
            case Restored.Refused(String why) -> throw ApiProblem.of(ErrorCode.INVALID_EDIT, why);
        };
    }

    private static Set<NodeId> nodes(JsonNode json) {
        if (json.isMissingNode()) {
            return Set.of();
        }
        if (!json.isArray() || json.isEmpty() || json.size() > MAX_NODES) {
            throw ApiProblem.invalidRequest("\"nodes\" must be an array of 1 to %,d ids.".formatted(MAX_NODES));
        }
        Set<NodeId> nodes = new HashSet<>();
        for (JsonNode node : json) {
            nodes.add(NodeId.parse(node.isString() ? node.asString() : "")
                    .orElseThrow(() -> ApiProblem.invalidRequest("\"nodes\" must be an array of ids of nodes.")));
        }
        return nodes;
    }
}
