package dev.understudy.history.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.understudy.collab.Room;
import dev.understudy.collab.TestProcess;
import dev.understudy.edit.Change;
import dev.understudy.edit.Edit;
import dev.understudy.edit.RandomEdits;
import dev.understudy.edit.TextChange;
import dev.understudy.environment.EnvironmentId;
import dev.understudy.environment.Field;
import dev.understudy.environment.Kind;
import dev.understudy.environment.NodeId;
import dev.understudy.environment.Schema;
import dev.understudy.mock.MockFixture;
import dev.understudy.server.TestDatabase;
import dev.understudy.team.Access;
import dev.understudy.team.Actor;
import dev.understudy.team.TestAccess;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ActivityLogIT {

    private static final Actor ANA = TestAccess.actor("Ana");
    private static final Actor BEN = TestAccess.actor("Ben");

    private TestProcess process;
    private Access ana;
    private Access ben;
    private NodeId root;
    private int numbers;

    @BeforeEach
    void anEnvironment() {
        process = TestProcess.on(TestDatabase.fresh(), ANA, BEN);
        EnvironmentId id =
                process.create(ANA, new MockFixture().route("get", "one", "x").environment());
        ana = TestProcess.access(id, ANA);
        ben = TestProcess.access(id, BEN);
        root = room().snapshot().environment().root().id();
    }

    @AfterEach
    void close() {
        process.close();
    }

    @Test
    @DisplayName("R43 the log is told newest first, page by page, each entry as those see it who follow the room")
    void pages() {
        RandomEdits edits = new RandomEdits(new Random(3));
        for (int at = 0; at < 40; at++) {
            submit(at % 3 == 0 ? ben : ana, edits.change(room().snapshot().environment()));
        }
        List<ActivityEntry> expected = new ArrayList<>(room().changes(0, 1_000).stream()
                .map(ActivityEntry::of)
                .toList()
                .reversed());
        List<ActivityEntry> found = new ArrayList<>();
        OptionalLong next = OptionalLong.of(Long.MAX_VALUE);
        while (next.isPresent()) {
            ActivityPage page = log().before(ana, ActivityFilter.ALL, next.getAsLong(), 7);
            found.addAll(page.entries());
            next = page.next();
        }
        assertThat(found).usingRecursiveComparison().ignoringFields("at").isEqualTo(expected);
    }

    @Test
    @DisplayName(
            "R43 the log is narrowed by person, node, field, deed, text and time, as those narrow it who follow the room")
    void filters() {
        RandomEdits edits = new RandomEdits(new Random(4));
        for (int at = 0; at < 60; at++) {
            submit(at % 3 == 0 ? ben : ana, edits.change(room().snapshot().environment()));
        }
        name(ana, "Orders");
        name(ben, "Parcels");
        List<ActivityEntry> all = log().newest(ana, ActivityFilter.ALL, 200).entries();
        Instant middle = all.get(all.size() / 2).at();
        for (ActivityFilter filter : List.of(
                ActivityFilter.ALL.by(Optional.of(BEN.user())),
                ActivityFilter.ALL.of(Set.of(root), Optional.empty()),
                ActivityFilter.ALL
                        .of(Set.copyOf(all.get(3).nodes()), Optional.empty())
                        .by(Optional.of(ANA.user())),
                ActivityFilter.ALL.doing(Optional.of(Deed.REMOVED)),
                ActivityFilter.ALL.doing(Optional.of(Deed.CHANGED)),
                ActivityFilter.ALL.between(Optional.of(middle), Optional.empty()),
                ActivityFilter.ALL.between(Optional.empty(), Optional.of(middle)))) {
            assertThat(log().newest(ana, filter, 200).entries())
                    .as("%s", filter)
                    .isEqualTo(all.stream().filter(filter::allows).toList());
        }
        ActivityFilter names = ActivityFilter.ALL.of(Set.of(root), Optional.of(Schema.ENVIRONMENT_NAME.key()));
        assertThat(log().newest(ana, names, 2).entries())
                .extracting(ActivityEntry::authorName, ActivityEntry::summary)
                .containsExactly(tuple("Ben", "Name"), tuple("Ana", "Name"));
    }

    @Test
    @DisplayName("R50 a text is found in summaries, in the names of nodes and in values from before and after")
    void texts() {
        NodeId response = room().snapshot().environment().nodes().stream()
                .filter(node -> node.kind() == Kind.RESPONSE)
                .findFirst()
                .orElseThrow()
                .id();
        name(ana, "Orders");
        name(ben, "Parcels 100%_!");
        set(response, Schema.RESPONSE_LABEL, "Teapot");
        set(response, Schema.RESPONSE_STATUS, 418);
        set(response, Schema.RESPONSE_BODY, "I am short\nand stout");
        submit(
                ana,
                List.of(new Edit.Splice(
                        response,
                        Schema.RESPONSE_BODY.key(),
                        TextChange.between("I am short\nand stout", "I am short\nand very stout"))));
        assertThat(found("nAmE")).containsExactly(3L, 2L);
        assertThat(found("ORDERS")).containsExactly(3L, 2L);
        assertThat(found("100%_!")).containsExactly(3L);
        assertThat(found("0%!")).isEmpty();
        assertThat(found("418")).containsExactly(5L);
        assertThat(found("very")).containsExactly(7L);
        assertThat(found("and stout")).containsExactly(6L);
        assertThat(found("teapot")).containsExactly(7L, 6L, 5L, 4L, 1L);
        assertThat(found("splice")).isEmpty();
        assertThat(found(response.value())).isEmpty();
    }

    private List<Long> found(String text) {
        return log().newest(ana, ActivityFilter.ALL.containing(text), 100).entries().stream()
                .map(ActivityEntry::revision)
                .toList();
    }

    private void set(NodeId node, Field<?> field, Object value) {
        submit(ana, List.of(new Edit.Set(node, field.key(), value)));
    }

    @Test
    @DisplayName("R51 one page looks into so much of what changes did, and tells where to go on")
    void largeChanges() {
        NodeId response = room().snapshot().environment().nodes().stream()
                .filter(node -> node.kind() == Kind.RESPONSE)
                .findFirst()
                .orElseThrow()
                .id();
        byte[] noise = new byte[1_500_000];
        Random random = new Random(1);
        name(ana, "The needle");
        for (int number = 0; number < 8; number++) {
            random.nextBytes(noise);
            set(response, Schema.RESPONSE_BODY, Base64.getEncoder().encodeToString(noise));
        }
        ActivityPage first = log().newest(ana, ActivityFilter.ALL, 100);
        assertThat(first.entries()).hasSizeBetween(1, 7);
        List<Long> all = new ArrayList<>();
        for (OptionalLong next = OptionalLong.of(Long.MAX_VALUE); next.isPresent(); ) {
            ActivityPage page = log().before(ana, ActivityFilter.ALL, next.getAsLong(), 100);
            page.entries().forEach(entry -> all.add(entry.revision()));
            next = page.next();
        }
        assertThat(all).containsExactly(10L, 9L, 8L, 7L, 6L, 5L, 4L, 3L, 2L, 1L);
        ActivityPage none = log().newest(ana, ActivityFilter.ALL.containing("needle"), 100);
        assertThat(none.entries()).isEmpty();
        assertThat(none.next()).isPresent();
    }

    @Test
    @DisplayName("R43 one page looks at a part of the log, and tells where to go on if nothing passed in it")
    void boundedWork() {
        name(ben, "Long ago");
        long old = room().snapshot().revision();
        process.sql.execute(
                """
                insert into change (branch_id, revision, author_id, client, client_seq, at, outcome, notes, summary, form, edits)
                select branch_id, change.revision + number, {2}, 'past', number, at, outcome, notes, 'Other', form, edits
                from change cross join generate_series(1, {1}) as numbers(number)
                where change.revision = {0}
                """, old, ActivityStore.MAX_LOOKED_AT + 100, ANA.user().value());
        ActivityFilter filter = ActivityFilter.ALL.containing("name");
        ActivityPage first = log().newest(ana, filter, 10);
        assertThat(first.entries()).isEmpty();
        ActivityPage second = log().before(ana, filter, first.next().orElseThrow(), 10);
        assertThat(second.entries()).extracting(ActivityEntry::revision).containsExactly(old);
        assertThat(second.next()).isEmpty();
    }

    private void name(Access author, String name) {
        submit(author, List.of(new Edit.Set(root, Schema.ENVIRONMENT_NAME.key(), name)));
    }

    private ActivityLog log() {
        return new ActivityLog(process.sql);
    }

    private Room room() {
        return process.rooms.open(ana);
    }

    private void submit(Access author, List<Edit> edits) {
        room().submit(new Change("c", ++numbers, room().snapshot().revision(), edits), author);
    }
}
