package dev.understudy.api;

import dev.understudy.collab.Receipt;
import dev.understudy.collab.Room;
import dev.understudy.collab.Rooms;
import dev.understudy.collab.Snapshot;
import dev.understudy.edit.Change;
import dev.understudy.edit.Diff;
import dev.understudy.edit.Edit;
import dev.understudy.environment.Environment;
import dev.understudy.environment.NodeId;
import dev.understudy.environment.Problem;
import dev.understudy.format.DocumentMatch;
import dev.understudy.server.heavy.Meter;
import dev.understudy.server.heavy.Workshop;
import dev.understudy.team.Access;
import dev.understudy.team.Action;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;

/// An environment in the exchange format: gives it out and replaces it.
@RestController
class DocumentController {

    record Replaced(long revision, List<ProblemView> problems) {}

    private record Replacement(List<ProblemView> problems, List<Edit> edits) {}

    private static final String PATH = ApiPaths.ENVIRONMENT + "/document";
    private static final String CLIENT = "document-";

    private final Rooms rooms;
    private final References references;
    private final Documents documents;
    private final Workshop workshop;
    private final SecureRandom chance;

    DocumentController(
            Rooms rooms, References references, Documents documents, Workshop workshop, SecureRandom chance) {
        this.rooms = rooms;
        this.references = references;
        this.documents = documents;
        this.workshop = workshop;
        this.chance = chance;
    }

    /// @param at which document, see [References]; the newest without
    @GetMapping(path = PATH, produces = MediaType.APPLICATION_JSON_VALUE)
    @Nullable
    ResponseEntity<String> document(
            Access access,
            @RequestParam(name = "at", required = false) @Nullable String at,
            HttpServletRequest query,
            WebRequest request) {
        BranchQuery.require(query, access, List.of("at"));
        Snapshot wanted = at == null ? rooms.open(access).newest() : references.find(access, at);
        return of(wanted, request, access.actor().user(), documents);
    }

    /// The answer with a document, or without one if the client has it already.
    static @Nullable ResponseEntity<String> of(
            Snapshot snapshot, WebRequest request, Object reader, Documents documents) {
        if (request.checkNotModified(Revisions.etag(snapshot.revision()))) {
            return null;
        }
        Holds.of(request).take(snapshot.environment().bytes());
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .eTag(Revisions.etag(snapshot.revision()))
                .body(documents.text(reader, snapshot.environment()));
    }

    @PutMapping(PATH)
    ResponseEntity<Replaced> replace(
            Access access,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            HttpServletRequest request)
            throws IOException {
        Room room = rooms.open(access.require(Action.EDIT));
        byte[] body = JsonBodyReader.bytes(request);
        Snapshot current = room.newest();
        Revisions.requireMatch(ifMatch, current.revision());
        Replacement replacement =
                Patience.await(workshop.submit(access.actor().user(), "The replacement", body.length, meter -> {
                    Documents.Read read = documents.read(body, meter);
                    return replacement(current.environment(), read, meter);
                }));
        List<Edit> edits = replacement.edits();
        long revision = edits.isEmpty() ? current.revision() : commit(room, access, current, edits);
        Replaced replaced = new Replaced(revision, replacement.problems());
        return ResponseEntity.ok().eTag(Revisions.etag(revision)).body(replaced);
    }

    private static Replacement replacement(Environment current, Documents.Read read, Meter meter) {
        Environment wanted = DocumentMatch.match(current, read.environment(), _ -> false, meter::spend);
        List<Edit> edits = Diff.between(current, wanted, meter::spend);
        List<ProblemView> problems = new ArrayList<>();
        read.problems().forEach(problem -> problems.add(ProblemView.of(problem)));
        Diff.keptExtras(current, wanted, meter::spend).forEach(node -> problems.add(ProblemView.of(kept(node))));
        return new Replacement(problems, edits);
    }

    private long commit(Room room, Access access, Snapshot current, List<Edit> edits) {
        String client = CLIENT + Long.toHexString(chance.nextLong());
        Receipt receipt = room.replace(new Change(client, 1, current.revision(), edits), access);
        return switch (receipt.kind()) {
            case COMMITTED, ADJUSTED, NO_EFFECT -> receipt.revision();
            case STALE -> throw Revisions.stale(receipt.revision());
            case INVALID, TOO_LARGE -> throw RejectedEdits.of(receipt);
        };
    }

    private static Problem kept(NodeId node) {
        return new Problem(
                Problem.Severity.WARNING,
                "",
                Optional.of(node),
                "",
                "Properties that Understudy does not know stayed as they were.");
    }
}
