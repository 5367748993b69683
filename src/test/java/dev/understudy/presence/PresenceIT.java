package dev.understudy.presence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.understudy.environment.BranchId;
import dev.understudy.environment.EnvironmentId;
import dev.understudy.environment.NodeId;
import dev.understudy.server.Notifications;
import dev.understudy.server.Subscription;
import dev.understudy.server.TestDatabase;
import dev.understudy.server.TestNotifications;
import dev.understudy.team.Access;
import dev.understudy.team.Role;
import dev.understudy.team.TeamAccess;
import dev.understudy.team.TestAccess;
import dev.understudy.team.TestClock;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PresenceIT {

    private static final TestDatabase DATABASE = TestDatabase.fresh();

    private final EnvironmentId environment = new EnvironmentId(UUID.randomUUID());
    private final BranchId branch = TestAccess.branch(environment).id();
    private final Access ana = TestAccess.of(environment, Role.VIEWER, TestAccess.actor("Ana"));
    private final Access ben = TestAccess.of(environment, Role.EDITOR, TestAccess.actor("Ben"));
    private final NodeId node = new NodeId(UUID.randomUUID().toString());

    private final TestClock clock = new TestClock();
    private Presence here;
    private Presence there;

    @BeforeEach
    void twoProcesses() {
        here = new Presence(clock, TestNotifications.started(DATABASE), new SimpleMeterRegistry());
        there = new Presence(clock, TestNotifications.started(DATABASE), new SimpleMeterRegistry());
    }

    @Test
    @DisplayName("R20 who comes, moves and goes is seen in every process")
    void presenceIsSharedByProcesses() {
        List<List<Participant>> told = new CopyOnWriteArrayList<>();
        try (Subscription _ = there.listen(branch, told::add)) {
            Attendance attendance = here.join(ana, "tab-1");
            attendance.focus(new Focus(Optional.of(node), Optional.of("body"), Optional.of(new Selection(3, 7))));
            await().until(() -> there.participants(branch).stream()
                    .anyMatch(one -> one.focus().selection().isPresent()));
            Participant seen = there.participants(branch).getFirst();
            assertThat(seen.displayName()).isEqualTo("Ana");
            assertThat(seen.focus().node()).contains(node);

            attendance.close();
            await().until(() -> there.participants(branch).isEmpty());
            assertThat(told).isNotEmpty();
        }
    }

    @Test
    @DisplayName("R21 whoever gives no sign of life is gone after the time to live")
    void silenceIsAbsence() {
        here.touch(ana, "script", Focus.on(node));
        Attendance beating = here.join(ben, "tab-1");

        clock.pass(Presence.TIME_TO_LIVE.plusSeconds(1));
        beating.beat();

        assertThat(here.participants(branch))
                .extracting(Participant::displayName)
                .containsExactly("Ben");
    }

    @Test
    @DisplayName("R21 people of another process stay for five minutes while the database is silent, and no longer")
    void silentDatabase() {
        Notifications line = TestNotifications.started(DATABASE);
        Presence listening = new Presence(clock, line, new SimpleMeterRegistry());
        here.join(ana, "tab-1");
        await().until(() -> listening.participants(branch).size() == 1);
        line.stop();
        Attendance own = listening.join(ben, "tab-2");
        clock.pass(Presence.TIME_TO_LIVE.plusSeconds(1));
        own.beat();
        listening.forgetTheGone();
        assertThat(listening.participants(branch))
                .extracting(Participant::displayName)
                .containsExactlyInAnyOrder("Ana", "Ben");
        clock.pass(Presence.SILENCE);
        listening.forgetTheGone();
        assertThat(listening.participants(branch)).isEmpty();
    }

    @Test
    @DisplayName("R21 who is not heard of while others are is gone")
    void silentClient() {
        here.join(ana, "tab-1");
        await().until(() -> there.participants(branch).size() == 1);
        clock.pass(Presence.TIME_TO_LIVE.plusSeconds(1));
        here.join(ben, "tab-2");
        await().until(() -> there.participants(branch).stream()
                .map(Participant::displayName)
                .toList()
                .equals(List.of("Ben")));
    }

    @Test
    @DisplayName("U15 who is there of a team is seen in every process, in rooms and before other pages")
    void team() {
        TeamAccess anas = TestAccess.ofTeam(ben.team(), Role.VIEWER, ana.actor());
        AtomicInteger told = new AtomicInteger();
        try (Subscription _ = there.listen(ben.team(), _ -> told.incrementAndGet())) {
            Attendance before = here.join(anas, "window-" + environment);
            await().until(() -> names(there).equals(List.of("Ana")));
            assertThat(there.participants(branch)).isEmpty();
            clock.pass(Duration.ofMillis(1));
            Attendance inside = here.join(ben, "tab-" + environment);
            await().until(() -> names(there).equals(List.of("Ana", "Ben")));
            before.close();
            inside.close();
            await().until(() -> names(there).isEmpty());
            assertThat(told).hasValueGreaterThanOrEqualTo(3);
        }
    }

    @Test
    @DisplayName("U107 whose page does not answer is gone from a team after the time to live, and back when it answers")
    void teamInSilence() {
        TeamAccess anas = TestAccess.ofTeam(ben.team(), Role.VIEWER, ana.actor());
        Attendance sleeping = here.join(anas, "window-" + environment);
        clock.pass(Duration.ofMillis(1));
        Attendance awake = here.join(ben, "tab-" + environment);
        clock.pass(Presence.TIME_TO_LIVE.minusSeconds(1));
        awake.beat();
        AtomicInteger told = new AtomicInteger();
        try (Subscription _ = here.listen(ben.team(), _ -> told.incrementAndGet())) {
            clock.pass(Duration.ofSeconds(2));
            here.forgetTheGone();
            here.forgetTheGone();
            assertThat(names(here)).containsExactly("Ben");
            await().until(() -> told.get() > 0);
            int before = told.get();
            sleeping.beat();
            assertThat(names(here)).containsExactly("Ana", "Ben");
            await().until(() -> told.get() > before);
            sleeping.close();
            sleeping.beat();
            assertThat(names(here)).as("a late answer brings nobody back").containsExactly("Ben");
        }
    }

    /// Without those of other tests, whose team is the same.
    private List<String> names(Presence presence) {
        return presence.participants(ben.team()).stream()
                .filter(one -> one.client().endsWith(environment.toString()))
                .map(Participant::displayName)
                .toList();
    }

    @Test
    @DisplayName("A42 a person has 20 places in a room, however many clients they make up, and others have theirs")
    void placesOfOne() {
        for (int client = 0; client < Presence.MAX_OF_ONE; client++) {
            assertThat(here.touch(ana, "script " + client, Focus.NOWHERE)).isTrue();
        }
        assertThat(here.touch(ana, "one more", Focus.NOWHERE)).isFalse();
        assertThat(here.touch(ana, "script 3", Focus.on(node))).isTrue();
        assertThat(here.touch(ben, "script", Focus.NOWHERE)).isTrue();
        assertThat(here.participants(branch)).hasSize(Presence.MAX_OF_ONE + 1);
        await().untilAsserted(() -> assertThat(there.participants(branch)).hasSize(Presence.MAX_OF_ONE + 1));
    }

    @Test
    @DisplayName("U107 whoever has left is not brought back by what was still on its way")
    void leftIsLeft() {
        Attendance left = here.join(ana, "tab-1");
        left.close();
        left.beat();
        left.focus(Focus.on(node));
        assertThat(here.participants(branch)).isEmpty();
    }

    @Test
    @DisplayName("R22 people have different colours, keep them when others come, and one in all their tabs")
    void coloursTellPeopleApart() {
        here.join(ana, "tab-1");
        int first = here.participants(branch).getFirst().colour();
        clock.pass(Duration.ofSeconds(1));
        here.join(ben, "tab-1");
        here.join(ana, "tab-2");

        List<Participant> present = here.participants(branch);

        assertThat(present).hasSize(3);
        assertThat(present.stream().filter(one -> one.user().equals(ana.actor().user())))
                .allMatch(one -> one.colour() == first);
        assertThat(present.stream().map(Participant::colour).distinct()).hasSize(2);
    }
}
