package dev.understudy.ui.team;

import dev.understudy.environment.BranchId;
import dev.understudy.hosting.listener.TeamToken;
import dev.understudy.team.Members.Member;
import dev.understudy.team.Role;
import dev.understudy.team.link.ReadLink;
import java.util.ArrayList;
import java.util.List;

/// Something that still opens what is the team's after its maker lost their rights: a read-only link, or the token of
/// an admin API. Pure.
sealed interface Keepsake {

    /// Whether the person in question made it, or could see it.
    boolean theirs();

    String label();

    record Link(ReadLink.Id id, boolean theirs, String label) implements Keepsake {}

    record Token(BranchId branch, boolean theirs, String label) implements Keepsake {}

    /// All there are in a team, those of the person first.
    static List<Keepsake> of(Member person, List<ReadLink.OfTeam> links, List<TeamToken> tokens) {
        List<Keepsake> all = new ArrayList<>();
        for (ReadLink.OfTeam found : links) {
            ReadLink link = found.link();
            String label = "Read-only link to " + found.environmentName() + ", made by " + link.createdBy();
            all.add(new Link(link.id(), link.maker().equals(person.user()), label));
        }
        for (TeamToken token : tokens) {
            boolean theirs = token.maker().map(person.user()::equals).orElse(person.role() != Role.VIEWER);
            String label = "Admin token of " + token.environmentName() + ", "
                    + (token.maker().isPresent() ? "made by " + token.makerName() : "which every editor could see");
            all.add(new Token(token.branch().id(), theirs, label));
        }
        return all.stream()
                .sorted((one, other) -> Boolean.compare(other.theirs(), one.theirs()))
                .toList();
    }
}
