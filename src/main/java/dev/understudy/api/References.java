package dev.understudy.api;

import dev.understudy.collab.Rooms;
import dev.understudy.collab.Snapshot;
import dev.understudy.history.past.Past;
import dev.understudy.team.Access;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/// Documents by what clients call them: `rev:N`, a branch, or a moment.
@Component
class References {

    private static final int FIRST_YEAR = 1;
    private static final int LAST_YEAR = 9999;
    private static final Pattern REVISION = Pattern.compile("rev:([0-9]{1,18})");
    private static final Pattern MOMENT = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT.*");

    private final Past past;
    private final Rooms rooms;

    References(Past past, Rooms rooms) {
        this.past = past;
        this.rooms = rooms;
    }

    /// The document that is meant.
    ///
    /// @throws ApiProblem if there is none, or the text is none of these
    Snapshot find(Access access, String reference) {
        Matcher revision = REVISION.matcher(reference);
        if (revision.matches()) {
            return at(access, Long.parseLong(revision.group(1)));
        }
        if (MOMENT.matcher(reference).matches()) {
            OptionalLong then = past.revisionAt(access, moment("The moment", reference));
            return at(access, then.orElseThrow(ApiProblem::notFound));
        }
        if (BranchQuery.names(reference, access)) {
            return rooms.open(access).newest();
        }
        throw ApiProblem.notFound();
    }

    private Snapshot at(Access access, long revision) {
        return past.at(access, revision).orElseThrow(ApiProblem::notFound);
    }

    /// A moment that a client names.
    ///
    /// @throws ApiProblem if it is none
    static Instant moment(String where, String text) {
        return read(text)
                .orElseThrow(() -> ApiProblem.invalidRequest(
                        where + " must be a time with its offset, as in 2026-05-04T14:05:00Z."));
    }

    private static Optional<Instant> read(String text) {
        try {
            // A plus sign that nobody encoded came as a space.
            return Optional.of(OffsetDateTime.parse(text.replace(' ', '+')))
                    .filter(moment -> moment.getYear() >= FIRST_YEAR && moment.getYear() <= LAST_YEAR)
                    .map(OffsetDateTime::toInstant);
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
