package dev.understudy.api;

import dev.understudy.collab.Receipt;
import dev.understudy.collab.Rooms;
import dev.understudy.edit.Change;
import dev.understudy.edit.EditJson;
import dev.understudy.edit.EditReading;
import dev.understudy.server.heavy.Workshop;
import dev.understudy.team.Access;
import dev.understudy.team.Action;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ArrayNode;

/// Takes changes: one call is one change, all of it or nothing.
@RestController
class EditsController {

    record Answer(long revision, String outcome, ArrayNode effective, List<ProblemView> problems) {}

    /// Smaller ones are read on the spot: they take a few milliseconds at most.
    static final int SMALL_BYTES = 256 * 1024;

    private final Rooms rooms;
    private final Workshop workshop;

    EditsController(Rooms rooms, Workshop workshop) {
        this.rooms = rooms;
        this.workshop = workshop;
    }

    @PostMapping(ApiPaths.ENVIRONMENT + "/edits")
    Answer submit(Access access, HttpServletRequest request) throws IOException {
        access.require(Action.EDIT);
        Change change = switch (reading(access, JsonBodyReader.bytes(request))) {
            case EditReading.Read(Change read) -> read;
            case EditReading.Malformed malformed -> throw RejectedEdits.of(malformed);
        };
        Receipt receipt = rooms.open(access).submit(change, access);
        if (receipt.kind().isRejected()) {
            throw RejectedEdits.of(receipt);
        }
        return new Answer(
                receipt.revision(),
                OutcomeWord.of(receipt.kind()),
                EditJson.write(receipt.effects()),
                receipt.notes().stream().map(ProblemView::of).toList());
    }

    private EditReading reading(Access access, byte[] body) {
        return body.length <= SMALL_BYTES
                ? EditJson.read(JsonBodyReader.edits(body, steps -> {}))
                : Patience.await(workshop.submit(
                        access.actor().user(),
                        "The reading of the edits",
                        body.length,
                        meter -> EditJson.read(JsonBodyReader.edits(body, meter::spend), meter::spend)));
    }
}
