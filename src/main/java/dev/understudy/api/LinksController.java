package dev.understudy.api;

import dev.understudy.environment.EnvironmentId;
import dev.understudy.server.PublicUrl;
import dev.understudy.team.Access;
import dev.understudy.team.link.Links;
import dev.understudy.team.link.ReadLink;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Makes, lists and revokes the read-only links of an environment.
@RestController
class LinksController {

    record Made(UUID id, String url, Instant createdAt) {}

    record Listed(
            UUID id,
            String createdBy,
            Instant createdAt,
            @Nullable Instant lastUsedAt) {}

    private static final String PATH = ApiPaths.ENVIRONMENT + "/links";

    private final Links links;
    private final PublicUrl publicUrl;

    LinksController(Links links, PublicUrl publicUrl) {
        this.links = links;
        this.publicUrl = publicUrl;
    }

    @PostMapping(PATH)
    ResponseEntity<Made> make(Access access) {
        ReadLink.Issued issued = links.create(access)
                .orElseThrow(() -> ApiProblem.beyond(
                        ErrorCode.QUOTA_EXCEEDED,
                        Links.MOST_PER_ENVIRONMENT,
                        Links.MOST_PER_ENVIRONMENT + 1L,
                        "An environment can have %d links. Revoke some that are not needed."
                                .formatted(Links.MOST_PER_ENVIRONMENT)));
        ReadLink link = issued.link();
        String url = publicUrl.base() + Links.PATH + issued.secret();
        return ResponseEntity.created(URI.create(url)).body(new Made(link.id().value(), url, link.createdAt()));
    }

    @GetMapping(PATH)
    List<Listed> list(Access access) {
        return links.list(access).stream()
                .map(link -> new Listed(link.id().value(), link.createdBy(), link.createdAt(), link.lastUsedAt()))
                .toList();
    }

    @DeleteMapping(PATH + "/{link}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(Access access, @PathVariable String link) {
        boolean revoked = EnvironmentId.parse(link)
                .map(id -> links.revoke(access, new ReadLink.Id(id.value())))
                .orElse(false);
        if (!revoked) {
            throw ApiProblem.notFound();
        }
    }
}
