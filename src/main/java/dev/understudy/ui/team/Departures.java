package dev.understudy.ui.team;

import dev.understudy.environment.BranchId;
import dev.understudy.hosting.listener.Listeners;
import dev.understudy.team.Answer;
import dev.understudy.team.Members;
import dev.understudy.team.Members.Member;
import dev.understudy.team.Role;
import dev.understudy.team.TeamAccess;
import dev.understudy.team.link.Links;
import dev.understudy.team.link.ReadLink;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Takes rights from members, and with them what would still open things without any right. Any thread may call it.
@Component
class Departures {

    private final Members members;
    private final Links links;
    private final Listeners listeners;

    Departures(Members members, Links links, Listeners listeners) {
        this.members = members;
        this.links = links;
        this.listeners = listeners;
    }

    /// What the team has that opens things without a right, with what is the person's own.
    List<Keepsake> keepsakes(TeamAccess team, Member person) {
        return Keepsake.of(person, links.list(team), listeners.adminTokens(team));
    }

    /// Changes the role, or takes the person out of the team, and then revokes what was chosen.
    ///
    /// @param role empty to take them out
    Answer<Role> change(TeamAccess team, Member person, Optional<Role> role, Collection<Keepsake> revoked) {
        Answer<Role> answer = role.map(wanted -> members.changeRole(team, person.user(), wanted))
                .orElseGet(() -> members.remove(team, person.user()));
        if (answer instanceof Answer.Done) {
            revoke(team, revoked);
        }
        return answer;
    }

    private void revoke(TeamAccess team, Collection<Keepsake> revoked) {
        List<ReadLink.Id> ofLinks = new ArrayList<>();
        List<BranchId> ofTokens = new ArrayList<>();
        for (Keepsake keepsake : revoked) {
            switch (keepsake) {
                case Keepsake.Link link -> ofLinks.add(link.id());
                case Keepsake.Token token -> ofTokens.add(token.branch());
            }
        }
        links.revoke(team, ofLinks);
        listeners.revokeAdminTokens(team, ofTokens);
    }
}
