package dev.understudy.recording;

import dev.understudy.asset.Assets;
import dev.understudy.collab.Receipt;
import dev.understudy.collab.Room;
import dev.understudy.collab.RoomUnavailable;
import dev.understudy.collab.Rooms;
import dev.understudy.collab.Snapshot;
import dev.understudy.edit.Change;
import dev.understudy.environment.FileContent;
import dev.understudy.environment.FileExcess;
import dev.understudy.observed.Findings;
import dev.understudy.observed.FoundRoute;
import dev.understudy.observed.Manner;
import dev.understudy.observed.RouteEdits;
import dev.understudy.observed.RouteSearch;
import dev.understudy.team.Access;
import dev.understudy.team.Action;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import org.springframework.stereotype.Component;

/// Brings what was observed into a document: as one change, made for exactly the document that it goes into, so that
/// two who press at once make each route once. Any thread may call it; it waits for the database.
@Component
public class Learning {

    private static final int MAX_TRIES = 40;
    private static final String GONE = "Some of what was answered is not there any more. Look again.";

    private final Rooms rooms;
    private final Assets assets;
    private final RandomGenerator chance;

    Learning(Rooms rooms, Assets assets, RandomGenerator chance) {
        this.rooms = rooms;
        this.assets = assets;
        this.chance = chance;
    }

    /// What there would be to add now.
    ///
    /// @throws dev.understudy.team.Forbidden if the actor may not edit
    public Findings look(Access access, Source source, Manner manner) {
        access.require(Action.EDIT);
        return RouteSearch.find(rooms.open(access).newest().environment(), source.observed(), manner);
    }

    /// Adds it.
    ///
    /// @param chosen which routes, by their keys
    /// @throws dev.understudy.team.Forbidden if the actor may not edit
    /// @throws RoomUnavailable if it can't be done now
    public Learned learn(Access access, Source source, Manner manner, Predicate<String> chosen) {
        Room room = rooms.open(access.require(Action.EDIT));
        String client = "learn-" + UUID.randomUUID();
        for (int attempt = 1; attempt <= MAX_TRIES; attempt++) {
            Optional<Learned> learned = attempt(room, access, new Attempt(client, attempt, source, manner, chosen));
            if (learned.isPresent()) {
                return learned.get();
            }
        }
        throw new RoomUnavailable("Others are changing the environment all the time. Try again.", null);
    }

    private record Attempt(String client, long seq, Source source, Manner manner, Predicate<String> chosen) {

        private RouteEdits.Made made(Snapshot head, RandomGenerator chance) {
            List<FoundRoute> routes = RouteSearch.find(head.environment(), source.observed(), manner).routes().stream()
                    .filter(route -> chosen.test(route.key()))
                    .toList();
            return RouteEdits.of(
                    head.environment(), routes, content -> new String(bytes(content), StandardCharsets.UTF_8), chance);
        }

        private byte[] bytes(FileContent content) {
            return source.contents().apply(content).orElseThrow(Missing::new);
        }
    }

    /// A content is not there any more.
    private static final class Missing extends RuntimeException {

        private static final long serialVersionUID = 1;

        private Missing() {
            super(GONE, null, false, false);
        }
    }

    /// Empty if somebody changed the document at the same moment.
    private Optional<Learned> attempt(Room room, Access access, Attempt attempt) {
        try {
            Snapshot head = room.newest();
            RouteEdits.Made made = attempt.made(head, chance);
            if (made.edits().isEmpty()) {
                return Optional.of(new Learned.Nothing(head.revision()));
            }
            for (FileContent content : made.files()) {
                Optional<FileExcess> full = assets.keep(access, content, attempt.bytes(content));
                if (full.isPresent()) {
                    return Optional.of(new Learned.Refused(
                            full.get().message(), Optional.of(full.get().excess())));
                }
            }
            Change change = new Change(attempt.client(), attempt.seq(), head.revision(), made.edits());
            return answer(room.replace(change, access), made);
        } catch (Missing missing) {
            return Optional.of(new Learned.Refused(GONE, Optional.empty()));
        }
    }

    private static Optional<Learned> answer(Receipt receipt, RouteEdits.Made made) {
        return switch (receipt.kind()) {
            case COMMITTED, ADJUSTED ->
                Optional.of(new Learned.Done(receipt.revision(), made.routes(), made.responses()));
            case NO_EFFECT -> Optional.of(new Learned.Nothing(receipt.revision()));
            case STALE -> Optional.empty();
            case INVALID, TOO_LARGE ->
                Optional.of(new Learned.Refused(receipt.notes().getFirst().message(), receipt.excess()));
        };
    }
}
