package dev.understudy.team;

import static dev.understudy.db.Tables.APP_USER;
import static dev.understudy.db.Tables.ENVIRONMENT;
import static dev.understudy.db.Tables.RIGHTS_CHANGE;
import static dev.understudy.db.Tables.TEAM;
import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.environment.EnvironmentId;
import dev.understudy.server.Notifications;
import dev.understudy.server.TestNotifications;
import dev.understudy.team.RightsChange.OfAccount;
import dev.understudy.team.RightsChange.OfAnything;
import dev.understudy.team.RightsChange.OfEnvironment;
import dev.understudy.team.RightsChange.OfMember;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RightsLogIT {

    private final TestPeople people = new TestPeople();
    private final TeamId team = people.team("Ours");
    private final Actor ana = people.member("Ana", team, Role.OWNER);
    private final Actor ben = people.member("Ben", team, Role.EDITOR);
    private final List<RightsChange> told = new ArrayList<>();

    private void listen() {
        people.rights.look();
        people.rights.listen(told::add);
    }

    @Test
    @DisplayName("P42 a change of a membership is told in the process that made it before it goes on")
    void here() {
        listen();
        people.members.changeRole(people.access(ana, team), ben.user(), Role.VIEWER);
        assertThat(told).containsExactly(new OfMember(team, ben.user()));
    }

    @Test
    @DisplayName("P42 a change of a membership is told in other processes as well, without their looking")
    void elsewhere() throws Exception {
        BlockingQueue<RightsChange> there = new LinkedBlockingQueue<>();
        Notifications other = TestNotifications.started(people.database);
        try {
            RightsLog log = new RightsLog(people.sql, people.clock, other);
            log.look();
            log.listen(there::add);
            people.members.remove(people.access(ana, team), ben.user());
            assertThat(there.poll(20, TimeUnit.SECONDS)).isEqualTo(new OfMember(team, ben.user()));
        } finally {
            other.stop();
        }
    }

    @Test
    @DisplayName("P52 what nobody told of is found by the next look, in order and once")
    void lost() {
        listen();
        new MemberStore(people.sql).setRole(team, ben.user(), Role.VIEWER);
        new MemberStore(people.sql).remove(team, ben.user());
        people.sql
                .update(APP_USER)
                .set(APP_USER.PASSWORD_HASH, "another")
                .where(APP_USER.ID.eq(ana.user().value()))
                .execute();
        people.rights.look();
        people.rights.look();
        assertThat(told)
                .containsExactly(
                        new OfMember(team, ben.user()), new OfMember(team, ben.user()), new OfAccount(ana.user()));
    }

    @Test
    @DisplayName("P52 an environment's way to the trash, back and out of the world is told, and its name is not")
    void environments() {
        EnvironmentId shop = people.environment(team, "Shop");
        listen();
        people.sql.update(ENVIRONMENT).set(ENVIRONMENT.NAME, "Bar").execute();
        people.trash(shop);
        people.sql
                .update(ENVIRONMENT)
                .set(ENVIRONMENT.DELETED_AT, DSL.castNull(ENVIRONMENT.DELETED_AT))
                .execute();
        people.sql.deleteFrom(ENVIRONMENT).execute();
        people.rights.look();
        assertThat(told).containsExactly(new OfEnvironment(shop), new OfEnvironment(shop), new OfEnvironment(shop));
    }

    @Test
    @DisplayName("P52 the end of a team is the end of its memberships")
    void endOfTeam() {
        listen();
        people.sql.deleteFrom(TEAM).where(TEAM.ID.eq(team.value())).execute();
        people.rights.look();
        assertThat(told).containsExactlyInAnyOrder(new OfMember(team, ana.user()), new OfMember(team, ben.user()));
    }

    @Test
    @DisplayName("P52 a change that is taken back was none, and one is told when it is committed")
    void transactions() {
        listen();
        people.sql.transaction(transaction -> {
            new MemberStore(transaction.dsl()).setRole(team, ben.user(), Role.VIEWER);
            people.rights.look();
            assertThat(told).isEmpty();
        });
        people.rights.look();
        assertThat(told).containsExactly(new OfMember(team, ben.user()));
        try {
            people.sql.transaction(transaction -> {
                new MemberStore(transaction.dsl()).remove(team, ben.user());
                throw new IllegalStateException("taken back");
            });
        } catch (IllegalStateException expected) {
            people.rights.look();
        }
        assertThat(told).hasSize(1);
    }

    @Test
    @DisplayName("P52 whoever missed lines that are gone, or too many, is told that everything may be different")
    void tooMuch() {
        listen();
        new MemberStore(people.sql).setRole(team, ben.user(), Role.VIEWER);
        people.sql.deleteFrom(RIGHTS_CHANGE).execute();
        people.rights.look();
        assertThat(told).containsExactly(new OfAnything());
        people.sql.execute(
                "update member set role = case role when 'viewer' then 'editor' else 'viewer' end where user_id = {0}",
                DSL.val(ben.user().value()));
        people.sql.execute("update rights_head set id = id + {0}", DSL.val(RightsLog.MAX_LINES));
        people.rights.look();
        assertThat(told).containsExactly(new OfAnything(), new OfAnything());
    }

    @Test
    @DisplayName("P52 lines that every process has read are forgotten after a while, and nobody is told of that")
    void forgotten() {
        listen();
        new MemberStore(people.sql).setRole(team, ben.user(), Role.VIEWER);
        people.rights.look();
        people.clock.pass(java.time.Duration.ofDays(400));
        people.rights.forgetOldLines();
        assertThat(people.sql.fetchCount(RIGHTS_CHANGE)).isZero();
        people.rights.look();
        assertThat(told).hasSize(1);
    }
}
