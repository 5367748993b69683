package dev.understudy.api;

import dev.understudy.collab.Receipt;
import dev.understudy.collab.Rooms;
import dev.understudy.edit.Change;
import dev.understudy.edit.EditJson;
import dev.understudy.edit.EditReading;
import dev.understudy.team.Access;
import dev.understudy.team.Action;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ArrayNode;

/// Takes changes: one call is one change, all of it or nothing.
@RestController
class EditsController {

    record Answer(long revision, String outcome, ArrayNode effective, List<ProblemView> problems) {}

    private final Rooms rooms;

    EditsController(Rooms rooms) {
        this.rooms = rooms;
    }

    @PostMapping(ApiPaths.ENVIRONMENT + "/edits")
    Answer submit(Access access, HttpServletRequest request) throws IOException {
        access.require(Action.EDIT);
        Change change = switch (EditJson.read(Body.edits(request))) {
            case EditReading.Read(Change read) -> read;
            case EditReading.Malformed malformed -> throw Refusals.of(malformed);
        };
        Receipt receipt = rooms.open(access).submit(change, access);
        if (receipt.kind().isRejected()) {
            throw Refusals.of(receipt);
        }
        return new Answer(
                receipt.revision(),
                receipt.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                EditJson.write(receipt.effects()),
                receipt.notes().stream().map(ProblemView::of).toList());
    }
}
