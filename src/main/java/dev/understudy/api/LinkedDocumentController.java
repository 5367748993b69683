package dev.understudy.api;

import dev.understudy.collab.Rooms;
import dev.understudy.team.Access;
import dev.understudy.team.link.Links;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;

/// Gives an environment to whoever has a link to it, as a file that `mockoon-cli start --data` takes.
@RestController
class LinkedDocumentController {

    static final int PER_SECOND = 20;
    static final int AT_ONCE = 200;

    private final Links links;
    private final Rooms rooms;
    private final Allowance allowance;

    LinkedDocumentController(Links links, Rooms rooms, Clock clock) {
        this.links = links;
        this.rooms = rooms;
        this.allowance = new Allowance(PER_SECOND, AT_ONCE, clock);
    }

    @GetMapping(path = ApiPaths.LINKS + "/{secret}", produces = MediaType.APPLICATION_JSON_VALUE)
    @Nullable
    ResponseEntity<String> document(@PathVariable String secret, HttpServletRequest client, WebRequest request) {
        Duration wait = allowance.take(client.getRemoteAddr());
        if (!wait.isZero()) {
            throw ApiProblem.of(
                            ErrorCode.RATE_LIMITED,
                            "You load links faster than %d times a second. Wait, then go on.".formatted(PER_SECOND))
                    .with("limit", PER_SECOND)
                    .retryAfter(wait);
        }
        Access access = links.find(secret).orElseThrow(ApiProblem::notFound);
        return DocumentController.of(rooms.open(access).newest(), request);
    }
}
