package dev.understudy.team;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RightsCacheIT {

    private final TestPeople people = new TestPeople();
    private final TeamId team = people.team("Ours");
    private final Actor ben = people.member("Ben", team, Role.EDITOR);
    private final RightsCache<String, Integer> cache = new RightsCache<>(
            people.rights,
            2,
            (change, entry) -> entry.getKey().equals("ben") && change.concernsMemberships(ben.user()));
    private final AtomicInteger lookUps = new AtomicInteger();

    @BeforeEach
    void read() {
        people.rights.look();
    }

    @Test
    @DisplayName("P53 what was found is remembered until the log speaks of it")
    void remembered() {
        int first = find("ben");
        int other = find("ana");
        read();
        assertThat(find("ben")).isEqualTo(first);
        demote();
        read();
        assertThat(find("ben")).isGreaterThan(other);
        assertThat(find("ana")).isEqualTo(other);
    }

    @Test
    @DisplayName("P53 nothing is remembered while the log is not read")
    void unread() {
        int first = find("ben");
        people.clock.pass(RightsLog.LEASE);
        assertThat(find("ben")).isGreaterThan(first);
        read();
        assertThat(find("ben")).as("what is true again after the next look").isEqualTo(first);
    }

    @Test
    @DisplayName("P53 what was being looked up while a line was read is not remembered")
    void overtaken() {
        Optional<Integer> old = cache.find("ben", () -> {
            demote();
            people.rights.look();
            return Optional.of(-1);
        });
        assertThat(old).contains(-1);
        assertThat(find("ben")).isPositive();
    }

    @Test
    @DisplayName("P53 what was not found is looked up again")
    void notFound() {
        assertThat(cache.find("ben", Optional::empty)).isEmpty();
        assertThat(find("ben")).isPositive();
    }

    @Test
    @DisplayName("P53 what was not used for long makes way")
    void bounded() {
        int ben = find("ben");
        int ana = find("ana");
        find("ben");
        find("cleo");
        read();
        assertThat(find("ben")).isEqualTo(ben);
        assertThat(find("ana")).isGreaterThan(ana);
    }

    private int find(String key) {
        return cache.find(key, () -> Optional.of(lookUps.incrementAndGet())).orElseThrow();
    }

    private void demote() {
        new MemberStore(people.sql).setRole(team, ben.user(), Role.VIEWER);
    }
}
