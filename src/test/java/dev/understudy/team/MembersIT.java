package dev.understudy.team;

import static dev.understudy.db.Tables.AUDIT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class MembersIT {

    private final TestPeople people = new TestPeople();
    private final TeamId team = people.team("Ours");
    private final Actor ana = people.member("Ana", team, Role.OWNER);
    private final Actor ben = people.member("Ben", team, Role.VIEWER);

    @Test
    @DisplayName("P8 an owner changes roles, which is told and stands in the audit log")
    void changeRole() {
        List<RightsChange> told = new ArrayList<>();
        people.rights.look();
        people.rights.listen(told::add);
        assertThat(people.members.changeRole(people.access(ana, team), ben.user(), Role.EDITOR))
                .isEqualTo(Answer.done(Role.EDITOR));
        assertThat(people.access(ben, team).role()).isEqualTo(Role.EDITOR);
        assertThat(told).containsExactly(new RightsChange.OfMember(team, ben.user()));
        assertThat(people.sql.select(AUDIT.ACTION, AUDIT.ACTOR_ID).from(AUDIT).fetchOne())
                .satisfies(entry -> assertThat(entry.value1()).isEqualTo("role-changed"))
                .satisfies(
                        entry -> assertThat(entry.value2()).isEqualTo(ana.user().value()));
    }

    @Test
    @DisplayName("P8 only owners manage a team")
    void onlyOwners() {
        TeamAccess access = people.access(ben, team);
        assertThatThrownBy(() -> people.members.changeRole(access, ben.user(), Role.OWNER))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> people.members.remove(access, ana.user())).isInstanceOf(Forbidden.class);
        assertThat(people.members.list(access))
                .extracting(Members.Member::displayName)
                .containsExactly("Ana", "Ben");
    }

    @Test
    @DisplayName("P9 the last owner can be neither demoted nor removed")
    void lastOwner() {
        TeamAccess access = people.access(ana, team);
        assertThat(people.members.changeRole(access, ana.user(), Role.EDITOR))
                .isEqualTo(Answer.refused(Refusal.LAST_OWNER));
        assertThat(people.members.remove(access, ana.user())).isEqualTo(Answer.refused(Refusal.LAST_OWNER));
        people.members.changeRole(access, ben.user(), Role.OWNER);
        assertThat(people.members.remove(access, ana.user())).isInstanceOf(Answer.Done.class);
    }

    @Test
    @DisplayName("P9 two owners who remove each other at once leave one")
    void bothOwnersAtOnce() throws Exception {
        people.members.changeRole(people.access(ana, team), ben.user(), Role.OWNER);
        TeamAccess anas = people.access(ana, team);
        TeamAccess bens = people.access(ben, team);
        List<Callable<Answer<Role>>> removals =
                List.of(() -> people.members.remove(anas, ben.user()), () -> people.members.remove(bens, ana.user()));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Answer<Role>> removal : threads.invokeAll(removals)) {
                removal.get();
            }
        }
        assertThat(new MemberStore(people.sql).owners(team)).isEqualTo(1);
    }

    @Test
    @DisplayName("P8 somebody of another team cannot be changed")
    void stranger() {
        Actor cleo = people.member("Cleo", people.team("Theirs"), Role.VIEWER);
        assertThat(people.members.remove(people.access(ana, team), cleo.user()))
                .isEqualTo(Answer.refused(Refusal.MEMBER_GONE));
    }
}
