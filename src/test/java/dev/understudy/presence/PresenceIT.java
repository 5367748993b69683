package dev.understudy.presence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.understudy.environment.EnvironmentId;
import dev.understudy.environment.NodeId;
import dev.understudy.server.Subscription;
import dev.understudy.server.TestDatabase;
import dev.understudy.server.TestNotifications;
import dev.understudy.team.Access;
import dev.understudy.team.Role;
import dev.understudy.team.TestAccess;
import dev.understudy.team.TestClock;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PresenceIT {

    private static final TestDatabase DATABASE = TestDatabase.fresh();

    private final EnvironmentId environment = new EnvironmentId(UUID.randomUUID());
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
        try (Subscription _ = there.listen(environment, told::add)) {
            Attendance attendance = here.join(ana, "tab-1");
            attendance.focus(new Focus(Optional.of(node), Optional.of("body"), Optional.of(new Selection(3, 7))));
            await().until(() -> there.participants(environment).stream()
                    .anyMatch(one -> one.focus().selection().isPresent()));
            Participant seen = there.participants(environment).getFirst();
            assertThat(seen.displayName()).isEqualTo("Ana");
            assertThat(seen.focus().node()).contains(node);

            attendance.close();
            await().until(() -> there.participants(environment).isEmpty());
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

        assertThat(here.participants(environment))
                .extracting(Participant::displayName)
                .containsExactly("Ben");
    }

    @Test
    @DisplayName("R22 people have different colours, keep them when others come, and one in all their tabs")
    void coloursTellPeopleApart() {
        here.join(ana, "tab-1");
        int first = here.participants(environment).getFirst().colour();
        clock.pass(Duration.ofSeconds(1));
        here.join(ben, "tab-1");
        here.join(ana, "tab-2");

        List<Participant> present = here.participants(environment);

        assertThat(present).hasSize(3);
        assertThat(present.stream().filter(one -> one.user().equals(ana.actor().user())))
                .allMatch(one -> one.colour() == first);
        assertThat(present.stream().map(Participant::colour).distinct()).hasSize(2);
    }
}
