package dev.understudy.api;

import dev.understudy.edit.Change;
import dev.understudy.environment.Excess;
import dev.understudy.environment.NodeId;
import dev.understudy.environment.Texts;
import dev.understudy.presence.Focus;
import dev.understudy.presence.Presence;
import dev.understudy.team.Access;
import dev.understudy.team.Action;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/// Takes word of where a client is. It is forgotten by itself when the client is not heard of again.
@RestController
class PresenceController {

    private final Presence presence;

    PresenceController(Presence presence) {
        this.presence = presence;
    }

    @PutMapping(ApiPaths.ENVIRONMENT + "/presence")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void touch(Access access, HttpServletRequest request) throws IOException {
        access.require(Action.VIEW);
        JsonNode body = JsonBodyReader.small(request);
        String client = text(body, "client", Change.MAX_CLIENT_LENGTH)
                .orElseThrow(() -> ApiProblem.invalidRequest("\"client\" must be the client's name for itself."));
        Optional<NodeId> node = text(body, "node", Change.MAX_CLIENT_LENGTH).map(PresenceController::node);
        Optional<String> field = text(body, "field", Focus.MAX_FIELD_LENGTH);
        if (!presence.touch(access, client, new Focus(node, field, Optional.empty()))) {
            throw ApiProblem.beyond(
                            ErrorCode.RATE_LIMITED,
                            Presence.MAX_OF_ONE,
                            Presence.MAX_OF_ONE + 1L,
                            "A person can be in an environment with %d clients, and %d can be in it in all. Wait until some are gone."
                                    .formatted(Presence.MAX_OF_ONE, Presence.MAX_PARTICIPANTS))
                    .retryAfter(Presence.TIME_TO_LIVE);
        }
    }

    private static Optional<String> text(JsonNode body, String name, int maxLength) {
        JsonNode value = body.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        ApiProblem wrong = ApiProblem.invalidRequest(
                "\"%s\" must be a string of 1 to %d characters, none of them null or half of one."
                        .formatted(name, maxLength));
        if (!value.isString()
                || value.stringValue().isBlank()
                || Texts.flaw(value.stringValue()).isPresent()) {
            throw wrong;
        }
        int length = value.stringValue().length();
        if (length > maxLength) {
            throw wrong.with(new Excess(maxLength, length));
        }
        return Optional.of(value.stringValue());
    }

    private static NodeId node(String text) {
        return NodeId.parse(text).orElseThrow(() -> ApiProblem.invalidRequest("\"node\" must be a UUID or null."));
    }
}
