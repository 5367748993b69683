package dev.understudy.team.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.understudy.environment.EnvironmentId;
import dev.understudy.team.Access;
import dev.understudy.team.Actor;
import dev.understudy.team.Forbidden;
import dev.understudy.team.Role;
import dev.understudy.team.TeamId;
import dev.understudy.team.TestPeople;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class LinksIT {

    private final TestPeople people = new TestPeople();
    private final Links links = new Links(people.sql, people.clock, people.ids, people.secrets, people.audit);
    private final TeamId team = people.team("Ours");
    private final Actor ana = people.member("Ana", team, Role.OWNER);
    private final EnvironmentId id = people.environment(team, "Orders");
    private final Access access = people.accesses.find(ana, id).orElseThrow();

    @Test
    @DisplayName("P46 a use of a link is written down, at most once a minute")
    void lastUsed() {
        ReadLink.Issued issued = links.create(access).orElseThrow();
        assertThat(only().lastUsedAt()).isNull();
        links.find(issued.secret());
        Instant first = people.clock.instant();
        assertThat(only().lastUsedAt()).isEqualTo(first);
        people.clock.pass(Duration.ofSeconds(59));
        links.find(issued.secret());
        assertThat(only().lastUsedAt()).isEqualTo(first);
        people.clock.pass(Duration.ofSeconds(1));
        links.find(issued.secret());
        assertThat(only().lastUsedAt()).isEqualTo(people.clock.instant());
    }

    @Test
    @DisplayName("P43 an owner lists the links of a team and revokes those chosen, and none of another team")
    void ofTheTeam() {
        TeamId other = people.team("Theirs");
        Actor cleo = people.member("Cleo", other, Role.OWNER);
        EnvironmentId theirs = people.environment(other, "Theirs");
        ReadLink.Issued foreign =
                links.create(people.accesses.find(cleo, theirs).orElseThrow()).orElseThrow();
        ReadLink.Issued kept = links.create(access).orElseThrow();
        ReadLink.Issued gone = links.create(access).orElseThrow();
        assertThat(links.list(people.access(ana, team)))
                .extracting(found -> found.link().id(), ReadLink.OfTeam::environmentName)
                .containsExactlyInAnyOrder(
                        org.assertj.core.api.Assertions.tuple(kept.link().id(), "Orders"),
                        org.assertj.core.api.Assertions.tuple(gone.link().id(), "Orders"));
        links.revoke(
                people.access(ana, team),
                List.of(gone.link().id(), foreign.link().id()));
        assertThat(links.find(gone.secret())).isEmpty();
        assertThat(links.find(kept.secret())).isPresent();
        assertThat(links.find(foreign.secret())).isPresent();
        Actor ben = people.member("Ben", team, Role.EDITOR);
        assertThatThrownBy(() -> links.list(people.access(ben, team))).isInstanceOf(Forbidden.class);
    }

    private ReadLink only() {
        return links.list(access).getFirst();
    }
}
