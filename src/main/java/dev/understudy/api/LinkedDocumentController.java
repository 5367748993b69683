package dev.understudy.api;

import dev.understudy.collab.Rooms;
import dev.understudy.security.ClientAddress;
import dev.understudy.team.Access;
import dev.understudy.team.link.Links;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
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
    private final Documents documents;
    private final RateLimit limit;

    LinkedDocumentController(Links links, Rooms rooms, Documents documents, Clock clock) {
        this.links = links;
        this.rooms = rooms;
        this.documents = documents;
        this.limit = new RateLimit(PER_SECOND, AT_ONCE, clock);
    }

    /// Links that don't exist are counted for the address, so that whoever tries them out takes nothing from those who
    /// load good ones from there.
    @GetMapping(path = ApiPaths.LINKS + "/{secret}", produces = MediaType.APPLICATION_JSON_VALUE)
    @Nullable
    ResponseEntity<String> document(@PathVariable String secret, HttpServletRequest client, WebRequest request) {
        Optional<Access> access = links.find(secret);
        String address = ClientAddress.network(client.getRemoteAddr());
        Duration wait = limit.take(access.isPresent() ? address + " " + secret : address);
        if (!wait.isZero()) {
            throw ApiProblem.of(
                            ErrorCode.RATE_LIMITED,
                            "You load links faster than %d times a second. Wait, then go on.".formatted(PER_SECOND))
                    .with("limit", PER_SECOND)
                    .retryAfter(wait);
        }
        Access found = access.orElseThrow(ApiProblem::notFound);
        return DocumentController.of(rooms.open(found).newest(), request, client.getRemoteAddr(), documents);
    }
}
