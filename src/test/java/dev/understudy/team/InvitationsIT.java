package dev.understudy.team;

import static dev.understudy.db.Tables.INVITATION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class InvitationsIT {

    private final TestPeople people = new TestPeople();
    private final TeamId team = people.team("Ours");
    private final Actor ana = people.member("Ana", team, Role.OWNER);
    private final Actor ben = people.person("Ben");
    private final Actor cleo = people.person("Cleo");

    @Test
    @DisplayName("P10 a link takes whoever opens it into the team with its role, once")
    void singleUse() {
        String secret = invite(Role.EDITOR).secret();
        assertThat(people.invitations.find(secret)).contains(new Invitation.Offer("Ours", Role.EDITOR, "Ana"));
        assertThat(people.invitations.accept(secret, ben)).isEqualTo(Answer.done(team));
        assertThat(people.access(ben, team).role()).isEqualTo(Role.EDITOR);
        assertThat(people.invitations.find(secret)).isEmpty();
        assertThat(people.invitations.accept(secret, cleo)).isEqualTo(Answer.refused(Refusal.LINK_DEAD));
        assertThat(people.accesses.teams(cleo)).isEmpty();
    }

    @Test
    @DisplayName("P10 a link is dead after seven days")
    void expires() {
        String secret = invite(Role.VIEWER).secret();
        people.clock.pass(Duration.ofDays(7).minusSeconds(1));
        assertThat(people.invitations.find(secret)).isPresent();
        people.clock.pass(Duration.ofSeconds(1));
        assertThat(people.invitations.find(secret)).isEmpty();
        assertThat(people.invitations.accept(secret, ben)).isEqualTo(Answer.refused(Refusal.LINK_DEAD));
        assertThat(people.invitations.list(people.access(ana, team))).isEmpty();
    }

    @Test
    @DisplayName("P10 a revoked link is dead")
    void revoked() {
        Invitation.Issued issued = invite(Role.VIEWER);
        people.invitations.revoke(people.access(ana, team), issued.invitation().id());
        assertThat(people.invitations.accept(issued.secret(), ben)).isEqualTo(Answer.refused(Refusal.LINK_DEAD));
    }

    @Test
    @DisplayName("P10 the links of somebody who is no longer an owner are dead")
    void inviterDemoted() {
        Actor dan = people.member("Dan", team, Role.OWNER);
        String secret = people.invitations.create(people.access(dan, team), Role.OWNER)
                        instanceof Answer.Done<Invitation.Issued>(Invitation.Issued issued)
                ? issued.secret()
                : "";
        people.members.changeRole(people.access(ana, team), dan.user(), Role.VIEWER);
        assertThat(people.invitations.find(secret)).isEmpty();
    }

    @Test
    @DisplayName("P10 a member keeps the role and the link")
    void alreadyMember() {
        String secret = invite(Role.VIEWER).secret();
        assertThat(people.invitations.accept(secret, ana)).isEqualTo(Answer.refused(Refusal.MEMBER_ALREADY));
        assertThat(people.access(ana, team).role()).isEqualTo(Role.OWNER);
        assertThat(people.invitations.find(secret)).isPresent();
    }

    @Test
    @DisplayName("P10 only owners invite, see and revoke invitations")
    void onlyOwners() {
        TeamAccess access = people.access(people.member("Eve", team, Role.EDITOR), team);
        assertThatThrownBy(() -> people.invitations.create(access, Role.VIEWER)).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> people.invitations.list(access)).isInstanceOf(Forbidden.class);
    }

    @Test
    @DisplayName("P10 another team's invitation cannot be revoked")
    void anotherTeam() {
        Invitation.Issued issued = invite(Role.VIEWER);
        Actor fay = people.member("Fay", people.team("Theirs"), Role.OWNER);
        TeamAccess theirs = people.accesses.teams(fay).getFirst();
        people.invitations.revoke(theirs, issued.invitation().id());
        assertThat(people.invitations.find(issued.secret())).isPresent();
    }

    @Test
    @DisplayName("P11 the secret of a link is not stored")
    void hashed() {
        String secret = invite(Role.VIEWER).secret();
        assertThat(secret).matches("[0-9A-Za-z]{40}");
        assertThat(people.sql.select(INVITATION.TOKEN_HASH).from(INVITATION).fetchOne())
                .satisfies(row ->
                        assertThat(row.value1()).isEqualTo(Secrets.hash(secret)).hasSize(32));
    }

    @Test
    @DisplayName("P10 there are at most 100 open invitations")
    void limit() {
        for (int count = 0; count < Invitations.MOST_OPEN; count++) {
            invite(Role.VIEWER);
        }
        assertThat(people.invitations.create(people.access(ana, team), Role.VIEWER))
                .isEqualTo(Answer.refused(Refusal.TOO_MANY_INVITATIONS));
    }

    private Invitation.Issued invite(Role role) {
        return switch (people.invitations.create(people.access(ana, team), role)) {
            case Answer.Done<Invitation.Issued>(Invitation.Issued issued) -> issued;
            case Answer.Refused<Invitation.Issued>(Refusal why) -> throw new AssertionError(why);
        };
    }
}
