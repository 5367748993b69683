package dev.understudy.api;

import dev.understudy.collab.Rooms;
import dev.understudy.collab.Snapshot;
import dev.understudy.environment.Environment;
import dev.understudy.format.openapi.OpenApiExport;
import dev.understudy.server.heavy.Workshop;
import dev.understudy.team.Access;
import java.util.function.BiFunction;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;

/// An environment as a description of its API in OpenAPI.
@RestController
class DescriptionController {

    private static final String PATH = ApiPaths.ENVIRONMENT + "/openapi";

    private final Rooms rooms;
    private final Workshop workshop;

    DescriptionController(Rooms rooms, Workshop workshop) {
        this.rooms = rooms;
        this.workshop = workshop;
    }

    @GetMapping(path = PATH + ".json", produces = MediaType.APPLICATION_JSON_VALUE)
    @Nullable
    ResponseEntity<String> json(Access access, WebRequest request) {
        return of(access, request, MediaType.APPLICATION_JSON, OpenApiExport::toJson);
    }

    @GetMapping(path = PATH + ".yaml", produces = MediaType.APPLICATION_YAML_VALUE)
    @Nullable
    ResponseEntity<String> yaml(Access access, WebRequest request) {
        return of(access, request, MediaType.APPLICATION_YAML, OpenApiExport::toYaml);
    }

    private @Nullable ResponseEntity<String> of(
            Access access, WebRequest request, MediaType type, BiFunction<Environment, LongConsumer, String> writer) {
        Snapshot snapshot = rooms.open(access).newest();
        if (request.checkNotModified(Revisions.etag(snapshot.revision()))) {
            return null;
        }
        Holds.of(request).take(snapshot.environment().bytes());
        String text = Patience.await(workshop.submit(
                access.actor().user(), "The export", 0, meter -> writer.apply(snapshot.environment(), meter::spend)));
        return ResponseEntity.ok()
                .contentType(type)
                .eTag(Revisions.etag(snapshot.revision()))
                .body(text);
    }
}
