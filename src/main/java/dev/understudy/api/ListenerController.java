package dev.understudy.api;

import dev.understudy.hosting.listener.ListenerState;
import dev.understudy.hosting.listener.Listeners;
import dev.understudy.team.Access;
import dev.understudy.team.Action;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/// Starts and stops the listener of an environment.
@RestController
class ListenerController {

    private static final String PATH = ApiPaths.ENVIRONMENT + "/listener";
    private static final String ADMIN_TOKEN = PATH + "/admin-token";

    private final Listeners listeners;

    ListenerController(Listeners listeners) {
        this.listeners = listeners;
    }

    @GetMapping(PATH)
    ListenerView state(Access access) {
        return ListenerView.of(listeners.state(access));
    }

    @PutMapping(PATH)
    ListenerView start(Access access, HttpServletRequest request) throws IOException {
        access.require(Action.MANAGE_LISTENER);
        ListenerState state = listeners.start(access, port(JsonBodyReader.small(request)));
        if (state instanceof ListenerState.Failed(String reason, var port)) {
            ApiProblem problem = ApiProblem.of(ErrorCode.PORT_UNAVAILABLE, reason);
            throw port.map(wanted -> problem.with("port", wanted)).orElse(problem);
        }
        return ListenerView.of(state);
    }

    @DeleteMapping(PATH)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void stop(Access access) {
        listeners.stop(access);
    }

    @GetMapping(ADMIN_TOKEN)
    AdminEntryView adminToken(Access access) {
        return AdminEntryView.of(listeners.adminEntry(access));
    }

    /// Another one; the one before opens nothing any more.
    @PostMapping(ADMIN_TOKEN)
    AdminEntryView renewAdminToken(Access access) {
        return AdminEntryView.of(listeners.renewAdminToken(access));
    }

    private static Optional<Integer> port(JsonNode body) {
        JsonNode port = body.path("port");
        if (port.isMissingNode() || port.isNull()) {
            return Optional.empty();
        }
        if (!port.isIntegralNumber() || !port.canConvertToInt()) {
            throw ApiProblem.invalidRequest("\"port\" must be a whole number.");
        }
        return Optional.of(port.intValue());
    }
}
