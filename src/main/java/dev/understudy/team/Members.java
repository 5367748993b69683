package dev.understudy.team;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/// The members of the teams. A team that has owners never loses the last one: whoever changes a team's members holds
/// its row, so two of them cannot each take the other for the one that stays. Any thread may call it.
@Component
public final class Members {

    /// Somebody in a team.
    public record Member(UserId user, String displayName, String email, Role role, Instant joinedAt) {}

    private final DSLContext sql;
    private final AuditLog audit;
    private final RightsLog rights;

    public Members(DSLContext sql, AuditLog audit, RightsLog rights) {
        this.sql = sql;
        this.audit = audit;
        this.rights = rights;
    }

    /// Owners first, then by name.
    public List<Member> list(TeamAccess access) {
        access.require(Action.VIEW_TEAM);
        return new MemberStore(sql).list(access.team());
    }

    public Answer<Role> changeRole(TeamAccess access, UserId user, Role role) {
        access.require(Action.MANAGE_TEAM);
        return change(access, user, Optional.of(role));
    }

    /// Takes somebody out of the team. Their tokens see nothing of it any more, and the invitations that they sent
    /// are void.
    public Answer<Role> remove(TeamAccess access, UserId user) {
        access.require(Action.MANAGE_TEAM);
        return change(access, user, Optional.empty());
    }

    private Answer<Role> change(TeamAccess access, UserId user, Optional<Role> wanted) {
        Answer<Role> answer = sql.transactionResult(transaction -> change(transaction.dsl(), access, user, wanted));
        if (answer instanceof Answer.Done) {
            rights.look();
        }
        return answer;
    }

    private Answer<Role> change(DSLContext transaction, TeamAccess access, UserId user, Optional<Role> wanted) {
        TeamId team = access.team();
        MemberStore members = new MemberStore(transaction);
        members.lock(team);
        UserId actor = access.actor().user();
        if (!actor.equals(UserId.SERVER) && !members.role(team, actor).equals(Optional.of(Role.OWNER))) {
            return Answer.refused(Refusal.NO_OWNER_ANY_MORE);
        }
        Optional<Role> before = members.role(team, user);
        if (before.isEmpty()) {
            return Answer.refused(Refusal.MEMBER_GONE);
        }
        boolean staysOwner = wanted.equals(Optional.of(Role.OWNER));
        if (before.get() == Role.OWNER && !staysOwner && members.owners(team) == 1) {
            return Answer.refused(Refusal.LAST_OWNER);
        }
        if (wanted.isPresent()) {
            members.setRole(team, user, wanted.get());
            Map<String, String> detail = Map.of(
                    "user",
                    user.toString(),
                    "from",
                    before.get().word(),
                    "to",
                    wanted.get().word());
            audit.add(transaction, team, actor, AuditEvent.ROLE_CHANGED, detail);
        } else {
            members.remove(team, user);
            audit.add(transaction, team, actor, AuditEvent.MEMBER_REMOVED, Map.of("user", user.toString()));
        }
        if (!staysOwner) {
            new InvitationStore(transaction).voidAllBy(team, user);
        }
        return Answer.done(wanted.orElse(before.get()));
    }
}
