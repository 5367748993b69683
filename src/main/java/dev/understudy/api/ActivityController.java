package dev.understudy.api;

import dev.understudy.collab.Room;
import dev.understudy.collab.Rooms;
import dev.understudy.environment.NodeId;
import dev.understudy.environment.Texts;
import dev.understudy.history.activity.ActivityEntry;
import dev.understudy.history.activity.ActivityFilter;
import dev.understudy.history.activity.ActivityLog;
import dev.understudy.history.activity.ActivityPage;
import dev.understudy.history.activity.Deed;
import dev.understudy.team.Access;
import dev.understudy.team.UserId;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// Who changed what and when, newest first.
@RestController
class ActivityController {

    /// @param summary in words
    /// @param changes what it did, see [ActivityChange]
    record Entry(
            long revision, Author author, Instant at, String origin, String summary, List<ActivityChange> changes) {}

    /// @param byToken whether a program did it in their name
    record Author(UUID id, String displayName, boolean byToken) {}

    private static final List<String> PARAMETERS =
            List.of("node", "field", "author", "deed", "text", "from", "until", "before", "limit");

    private static final Predicate<String> NUMBER =
            Pattern.compile("[0-9]{1,18}").asMatchPredicate();

    private static final long DEFAULT_LIMIT = 50;
    private static final int AT_ONCE = 10;

    /// An answer ends early where it would have more characters of values than this.
    private static final long MAX_CHARACTERS = 4_000_000;

    private final ActivityLog activity;
    private final Rooms rooms;

    ActivityController(ActivityLog activity, Rooms rooms) {
        this.activity = activity;
        this.rooms = rooms;
    }

    @GetMapping(ApiPaths.ENVIRONMENT + "/activity")
    ResponseEntity<List<Entry>> activity(Access access, HttpServletRequest request) {
        BranchQuery.require(request, access, PARAMETERS);
        long before = number(request, "before").orElse(Long.MAX_VALUE);
        long limit = number(request, "limit").orElse(DEFAULT_LIMIT);
        if (limit < 1 || limit > ActivityLog.MAX_ENTRIES) {
            throw invalid("limit", "a number from 1 to " + ActivityLog.MAX_ENTRIES);
        }
        ActivityPage page = activity.before(access, filter(request), before, Math.toIntExact(limit));
        List<Entry> entries = entries(rooms.open(access), page.entries());
        OptionalLong next = entries.size() < page.entries().size()
                ? OptionalLong.of(entries.getLast().revision())
                : page.next();
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok();
        next.ifPresent(revision -> answer.header(HttpHeaders.LINK, NextPage.link(request, Long.toString(revision))));
        return answer.body(entries);
    }

    private static ActivityFilter filter(HttpServletRequest request) {
        Optional<NodeId> node = given(request, "node")
                .map(text -> NodeId.parse(text).orElseThrow(() -> invalid("node", "the id of a node")));
        Optional<String> field = given(request, "field");
        if (field.isPresent() && node.isEmpty()) {
            throw ApiProblem.invalidRequest("\"field\" says which field of a node: name the node by \"node\" as well.");
        }
        return new ActivityFilter(
                node.map(Set::of).orElse(Set.of()),
                field,
                given(request, "author").map(ActivityController::author),
                given(request, "deed").map(ActivityController::deed),
                given(request, "text").orElse(""),
                given(request, "from").map(text -> References.moment("\"from\"", text)),
                given(request, "until").map(text -> References.moment("\"until\"", text)));
    }

    private static UserId author(String text) {
        try {
            return new UserId(UUID.fromString(text));
        } catch (IllegalArgumentException _) {
            throw invalid("author", "the id of a person");
        }
    }

    private static Deed deed(String text) {
        return Arrays.stream(Deed.values())
                .filter(deed -> deed.word().equals(text))
                .findFirst()
                .orElseThrow(() -> invalid(
                        "deed",
                        "one of " + Arrays.stream(Deed.values()).map(Deed::word).collect(Collectors.joining(", "))));
    }

    private static Optional<Long> number(HttpServletRequest request, String name) {
        return given(request, name).map(String::strip).map(text -> {
            if (!NUMBER.test(text)) {
                throw invalid(name, "a whole number");
            }
            return Long.valueOf(text);
        });
    }

    private static Optional<String> given(HttpServletRequest request, String name) {
        Optional<String> given = Optional.ofNullable(request.getParameter(name)).filter(text -> !text.isBlank());
        given.flatMap(Texts::flaw).ifPresent(flaw -> {
            throw ApiProblem.invalidRequest("\"%s\" %s.".formatted(name, flaw));
        });
        return given;
    }

    private static ApiProblem invalid(String name, String what) {
        return ApiProblem.invalidRequest("\"%s\" must be %s.".formatted(name, what));
    }

    /// As many of the entries as have room in one answer, the first one in any case. What they did is read a few at a
    /// time.
    private static List<Entry> entries(Room room, List<ActivityEntry> wanted) {
        List<Entry> entries = new ArrayList<>();
        long characters = 0;
        for (int from = 0; from < wanted.size(); from += AT_ONCE) {
            List<ActivityEntry> some = wanted.subList(from, Math.min(from + AT_ONCE, wanted.size()));
            Map<Long, List<ActivityChange>> changes = new HashMap<>();
            room.readChanges(
                    some.stream().map(ActivityEntry::revision).toList(),
                    change -> changes.put(change.revision(), ActivityChange.of(change)));
            for (ActivityEntry entry : some) {
                List<ActivityChange> of = changes.getOrDefault(entry.revision(), List.of());
                characters += of.stream().mapToLong(ActivityChange::characters).sum();
                if (!entries.isEmpty() && characters > MAX_CHARACTERS) {
                    return entries;
                }
                entries.add(view(entry, of));
            }
        }
        return entries;
    }

    private static Entry view(ActivityEntry entry, List<ActivityChange> changes) {
        return new Entry(
                entry.revision(),
                new Author(entry.author().value(), entry.authorName(), entry.byToken()),
                entry.at(),
                entry.origin().name().toLowerCase(Locale.ROOT),
                entry.summary(),
                changes);
    }
}
