package dev.understudy.team;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/// Invitations by link. A link is good for one person, once, for [#LIFETIME], and only as long as nobody revoked it
/// and whoever made it is an owner. Any thread may call it.
@Component
public final class Invitations {

    public static final Duration LIFETIME = Duration.ofDays(7);
    public static final int MOST_OPEN = 100;

    private final DSLContext sql;
    private final Clock clock;
    private final TimeOrderedIds ids;
    private final Secrets secrets;
    private final AuditLog audit;
    private final RightsLog rights;

    public Invitations(
            DSLContext sql, Clock clock, TimeOrderedIds ids, Secrets secrets, AuditLog audit, RightsLog rights) {
        this.sql = sql;
        this.clock = clock;
        this.ids = ids;
        this.secrets = secrets;
        this.audit = audit;
        this.rights = rights;
    }

    public Answer<Invitation.Issued> create(TeamAccess access, Role role) {
        access.require(Action.MANAGE_TEAM);
        OffsetDateTime now = now();
        Actor actor = access.actor();
        Invitation invitation = new Invitation(
                new Invitation.Id(ids.next()),
                role,
                actor.displayName(),
                now.toInstant(),
                now.plus(LIFETIME).toInstant());
        String secret = secrets.next();
        return sql.transactionResult(transaction -> {
            new MemberStore(transaction.dsl()).lock(access.team());
            InvitationStore store = new InvitationStore(transaction.dsl());
            if (!actor.user().equals(UserId.SERVER)
                    && !new MemberStore(transaction.dsl())
                            .role(access.team(), actor.user())
                            .equals(Optional.of(Role.OWNER))) {
                return Answer.refused(Refusal.NO_OWNER_ANY_MORE);
            }
            if (store.countOpen(access.team(), now) >= MOST_OPEN) {
                return Answer.refused(Refusal.TOO_MANY_INVITATIONS);
            }
            store.add(access.team(), actor.user(), invitation, Secrets.hash(secret));
            audit.add(
                    transaction.dsl(),
                    access.team(),
                    actor.user(),
                    AuditEvent.INVITATION_CREATED,
                    Map.of("invitation", invitation.id().toString(), "role", role.word()));
            return Answer.done(new Invitation.Issued(invitation, secret));
        });
    }

    /// The invitations that can still be accepted, the newest first.
    public List<Invitation> list(TeamAccess access) {
        access.require(Action.MANAGE_TEAM);
        return new InvitationStore(sql).open(access.team(), now());
    }

    /// Makes a link worthless; one that is already gone stays gone.
    public void revoke(TeamAccess access, Invitation.Id id) {
        access.require(Action.MANAGE_TEAM);
        sql.transaction(transaction -> {
            if (new InvitationStore(transaction.dsl()).remove(access.team(), id)) {
                audit.add(
                        transaction.dsl(),
                        access.team(),
                        access.actor().user(),
                        AuditEvent.INVITATION_REVOKED,
                        Map.of("invitation", id.toString()));
            }
        });
    }

    /// What the link with this secret offers, if it can still be accepted.
    public Optional<Invitation.Offer> find(String secret) {
        return new InvitationStore(sql).offer(Secrets.hash(secret), now());
    }

    /// Takes somebody with an account into the team.
    public Answer<TeamId> accept(String secret, Actor actor) {
        return accept(secret, transaction -> Answer.done(actor.user()));
    }

    /// Takes somebody into the team who may only now get an account.
    /// @param person makes or names the account within the transaction, and writes nothing if it refuses
    public Answer<TeamId> accept(String secret, Function<DSLContext, Answer<UserId>> person) {
        Answer<Joined> answer =
                sql.transactionResult(transaction -> join(transaction.dsl(), Secrets.hash(secret), person));
        return switch (answer) {
            case Answer.Done<Joined>(Joined joined) -> {
                rights.look();
                yield Answer.done(joined.team());
            }
            case Answer.Refused<Joined>(Refusal why) -> Answer.refused(why);
        };
    }

    private Answer<Joined> join(DSLContext transaction, byte[] hash, Function<DSLContext, Answer<UserId>> person) {
        InvitationStore store = new InvitationStore(transaction);
        Optional<InvitationStore.Held> held = store.hold(hash, now());
        if (held.isEmpty()) {
            return Answer.refused(Refusal.LINK_DEAD);
        }
        return switch (person.apply(transaction)) {
            case Answer.Refused<UserId>(Refusal why) -> Answer.refused(why);
            case Answer.Done<UserId>(UserId user) -> join(transaction, held.get(), user);
        };
    }

    private Answer<Joined> join(DSLContext transaction, InvitationStore.Held held, UserId user) {
        MemberStore members = new MemberStore(transaction);
        members.lock(held.team());
        if (members.role(held.team(), user).isPresent()) {
            return Answer.refused(Refusal.MEMBER_ALREADY);
        }
        members.add(held.team(), user, held.role(), now());
        new InvitationStore(transaction).accepted(held.id(), user, now());
        Map<String, String> detail =
                Map.of("invitation", held.id().toString(), "role", held.role().word());
        audit.add(transaction, held.team(), user, AuditEvent.MEMBER_JOINED, detail);
        return Answer.done(new Joined(held.team(), user));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private record Joined(TeamId team, UserId user) {}
}
