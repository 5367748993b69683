package dev.understudy.team;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.environment.EnvironmentId;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class AccessesIT {

    private final TestPeople people = new TestPeople();
    private final TeamId ours = people.team("Ours");
    private final TeamId theirs = people.team("Theirs");
    private final Actor ana = people.member("Ana", ours, Role.EDITOR);
    private final Actor ben = people.member("Ben", theirs, Role.OWNER);
    private final EnvironmentId shop = people.environment(ours, "Shop");

    @Test
    @DisplayName("P1 a member finds the team's environment, with the role there")
    void memberFinds() {
        Access access = people.accesses.find(ana, shop).orElseThrow();
        assertThat(access.team()).isEqualTo(ours);
        assertThat(access.role()).isEqualTo(Role.EDITOR);
        assertThat(access.actor()).isEqualTo(ana);
    }

    @Test
    @DisplayName("P1 another team's environment is not found, just as one that never was")
    void anotherTeam() {
        assertThat(people.accesses.find(ben, shop)).isEmpty();
        assertThat(people.accesses.findInTrash(ben, shop)).isEmpty();
        assertThat(people.accesses.find(ana, new EnvironmentId(UUID.randomUUID())))
                .isEmpty();
    }

    @Test
    @DisplayName("P1 another team is not found")
    void teams() {
        assertThat(people.accesses.team(ana, theirs)).isEmpty();
        assertThat(people.accesses.team(ana, ours)).map(TeamAccess::name).contains("Ours");
        assertThat(people.accesses.teams(ana)).extracting(TeamAccess::team).containsExactly(ours);
    }

    @Test
    @DisplayName("P2 an environment in the trash is found in the trash only")
    void trash() {
        assertThat(people.accesses.findInTrash(ana, shop)).isEmpty();
        people.trash(shop);
        assertThat(people.accesses.find(ana, shop)).isEmpty();
        assertThat(people.accesses.findInTrash(ana, shop)).isPresent();
        assertThat(people.accesses.findInTrash(ben, shop)).isEmpty();
    }

    @Test
    @DisplayName("P7 an access looked up again has the role of now, and is gone with the membership")
    void again() {
        Actor cleo = people.member("Cleo", ours, Role.OWNER);
        Access kept = people.accesses.find(ana, shop).orElseThrow();
        people.members.changeRole(people.access(cleo, ours), ana.user(), Role.VIEWER);
        assertThat(people.accesses.again(kept).orElseThrow().allows(Action.EDIT))
                .isFalse();
        people.members.remove(people.access(cleo, ours), ana.user());
        assertThat(people.accesses.again(kept)).isEmpty();
    }
}
