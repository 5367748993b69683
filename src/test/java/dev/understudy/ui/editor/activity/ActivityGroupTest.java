package dev.understudy.ui.editor.activity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.collab.Origin;
import dev.understudy.environment.NodeId;
import dev.understudy.history.activity.ActivityEntry;
import dev.understudy.history.activity.Deed;
import dev.understudy.team.UserId;
import dev.understudy.ui.kit.Moments;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ActivityGroupTest {

    private static final Instant START = Instant.parse("2026-05-04T14:02:00Z");
    private static final NodeId ORDERS = node(1);
    private static final NodeId PARCELS = node(2);
    private static final NodeId GONE = node(3);

    /// Oldest first.
    private final List<ActivityEntry> log = new ArrayList<>();

    private static NodeId node(int number) {
        return new NodeId(new UUID(0, number).toString());
    }

    private void did(String who, int minute, Origin.Kind origin, String what, NodeId... nodes) {
        log.add(new ActivityEntry(
                log.size() + 1,
                new UserId(UUID.nameUUIDFromBytes(who.getBytes(StandardCharsets.UTF_8))),
                who,
                false,
                START.plusSeconds(60L * minute),
                origin,
                what,
                Set.of(Deed.CHANGED),
                List.of(nodes),
                false));
    }

    private void changed(String who, int minute, String what, NodeId... nodes) {
        did(who, minute, Origin.Kind.MADE, what, nodes);
    }

    private List<List<Long>> groups() {
        return groups(true);
    }

    private List<List<Long>> groups(boolean complete) {
        return ActivityGroup.of(
                        log.reversed(),
                        Instant.MIN,
                        complete,
                        node -> Optional.of(node).filter(found -> !found.equals(GONE)))
                .stream()
                .map(ActivityGroup::revisions)
                .toList();
    }

    @Test
    @DisplayName("U146 one person's work on one node is one entry, also where others work elsewhere meanwhile")
    void oneWork() {
        changed("Ben", 0, "Body of GET /orders", ORDERS);
        changed("Ana", 1, "Body of GET /parcels", PARCELS);
        changed("Ben", 7, "Body of GET /orders", ORDERS);
        assertThat(groups()).containsExactly(List.of(1L, 3L), List.of(2L));
    }

    @Test
    @DisplayName("U146 a long pause, somebody else at the same node, an undo, or several nodes begin another entry")
    void another() {
        changed("Ben", 0, "Body of GET /orders", ORDERS);
        changed("Ben", 11, "Body of GET /orders", ORDERS);
        changed("Ana", 12, "Body of GET /orders", ORDERS);
        changed("Ben", 13, "Body of GET /orders", ORDERS);
        did("Ben", 14, Origin.Kind.UNDO, "Body of GET /orders", ORDERS);
        changed("Ben", 15, "moved GET /orders and 1 more", ORDERS, PARCELS);
        changed("Ben", 16, "Body of GET /orders", ORDERS);
        changed("Ben", 17, "removed GET /gone", GONE);
        changed("Ben", 18, "removed GET /gone", GONE);
        assertThat(groups())
                .containsExactly(
                        List.of(8L, 9L),
                        List.of(7L),
                        List.of(6L),
                        List.of(5L),
                        List.of(4L),
                        List.of(3L),
                        List.of(2L),
                        List.of(1L));
    }

    @Test
    @DisplayName("U146 where a filter left something out, only what follows on each other is one entry")
    void filtered() {
        changed("Ben", 0, "Body of GET /orders", ORDERS);
        changed("Ben", 1, "Body of GET /orders", ORDERS);
        changed("Ana", 2, "Body of GET /orders", ORDERS);
        changed("Ben", 3, "Body of GET /orders", ORDERS);
        log.remove(2);
        assertThat(groups(false)).containsExactly(List.of(4L), List.of(1L, 2L));
    }

    @Test
    @DisplayName(
            "U146 what may go on in the part of the log that is not read yet is known as such, and reading ends at pauses")
    void parts() {
        changed("Ben", 0, "Body of GET /orders", ORDERS);
        changed("Ben", 20, "Body of GET /orders", ORDERS);
        changed("Ben", 21, "Body of GET /orders", ORDERS);
        changed("Ana", 40, "Body of GET /orders", ORDERS);
        List<ActivityEntry> newest = log.reversed();
        assertThat(ActivityReading.lastPause(newest)).isEqualTo(3);
        assertThat(ActivityReading.lastPause(newest.subList(1, 3))).isZero();
        ActivityReading read = ActivityReading.cut(newest, OptionalLong.of(1), 3);
        assertThat(read.entries()).isEqualTo(newest.subList(0, 3));
        assertThat(whole(read)).containsExactly(true, true);
        ActivityReading busy = ActivityReading.cut(newest.subList(1, 2), OptionalLong.of(3), 0);
        assertThat(whole(busy)).containsExactly(false);
    }

    private static List<Boolean> whole(ActivityReading read) {
        return ActivityGroup.of(read.entries(), read.until(), true, Optional::of).stream()
                .map(ActivityGroup::whole)
                .toList();
    }

    @Test
    @DisplayName("U146 an entry says what was done once, however often it was")
    void words() {
        changed("Ben", 0, "Body of GET /orders", ORDERS);
        changed("Ben", 1, "Status of GET /orders", ORDERS);
        changed("Ben", 2, "Body of GET /orders", ORDERS);
        assertThat(ActivityWords.of(log.reversed())).isEqualTo("changed Body, Status of GET /orders");
        changed("Ben", 3, "added a response of GET /orders", ORDERS);
        changed("Ben", 3, "Name", ORDERS);
        assertThat(ActivityWords.of(log.reversed()))
                .isEqualTo("added a response of GET /orders, changed Body, Status of GET /orders, changed Name");
    }

    @Test
    @DisplayName("U146 entries stand under their day, with the time they took")
    void times() {
        LocalDate today = LocalDate.of(2026, 5, 4);
        assertThat(Moments.span(START, START.plusSeconds(59), ZoneOffset.UTC)).isEqualTo("14:02");
        assertThat(Moments.span(START, START.plusSeconds(420), ZoneOffset.UTC)).isEqualTo("14:02–14:09");
        assertThat(Moments.day(today, today)).isEqualTo("Today");
        assertThat(Moments.day(today.minusDays(1), today)).isEqualTo("Yesterday");
        assertThat(Moments.day(today.minusDays(3), today)).isEqualTo("Friday, 1 May");
        assertThat(Moments.day(today.minusYears(1), today)).isEqualTo("4 May 2025");
    }
}
