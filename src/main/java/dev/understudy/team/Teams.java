package dev.understudy.team;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/// The teams themselves, for the first start of a server: here nobody is asked for a right, since nobody has one yet.
/// All calls of one transaction see and make the same first team. Any thread may call it.
@Component
public final class Teams {

    private final Clock clock;
    private final TimeOrderedIds ids;
    private final AuditLog audit;

    public Teams(Clock clock, TimeOrderedIds ids, AuditLog audit) {
        this.clock = clock;
        this.ids = ids;
        this.audit = audit;
    }

    /// The oldest team, if there is one. Other server processes that ask wait for the end of the transaction.
    public Optional<TeamId> first(DSLContext transaction) {
        TeamStore store = new TeamStore(transaction);
        store.lockAll();
        return store.first();
    }

    /// Makes a team without members.
    public TeamId create(DSLContext transaction, String name) {
        TeamId team = new TeamId(ids.next());
        new TeamStore(transaction).add(team, name, now());
        return team;
    }

    public void addOwner(DSLContext transaction, TeamId team, UserId user) {
        new MemberStore(transaction).add(team, user, Role.OWNER, now());
        audit.add(transaction, team, user, AuditEvent.MEMBER_JOINED, Map.of("role", Role.OWNER.word()));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
