package dev.understudy.team.link;

import dev.understudy.team.Access;
import dev.understudy.team.Action;
import dev.understudy.team.AuditEvent;
import dev.understudy.team.AuditLog;
import dev.understudy.team.Secrets;
import dev.understudy.team.TeamAccess;
import dev.understudy.team.TimeOrderedIds;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/// The read-only links of environments. Who may edit an environment may make and revoke links to it. A link lasts
/// until it is revoked or its environment is put in the trash, whatever becomes of the person who made it. Any thread
/// may call it.
@Component
public final class Links {

    public static final int MOST_PER_ENVIRONMENT = 100;

    /// Where links are answered: the secret follows.
    public static final String PATH = "/api/v1/links/";

    /// So often at most a use is written down.
    static final Duration LAST_USED_GRAIN = Duration.ofMinutes(1);

    private final DSLContext sql;
    private final Clock clock;
    private final TimeOrderedIds ids;
    private final Secrets secrets;
    private final AuditLog audit;

    public Links(DSLContext sql, Clock clock, TimeOrderedIds ids, Secrets secrets, AuditLog audit) {
        this.sql = sql;
        this.clock = clock;
        this.ids = ids;
        this.secrets = secrets;
        this.audit = audit;
    }

    /// Makes a link; empty if the environment has [#MOST_PER_ENVIRONMENT].
    public Optional<ReadLink.Issued> create(Access access) {
        access.require(Action.EDIT);
        ReadLink link = new ReadLink(
                new ReadLink.Id(ids.next()),
                access.actor().user(),
                access.actor().displayName(),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                null);
        String secret = secrets.next();
        return sql.transactionResult(transaction -> {
            LinkStore store = new LinkStore(transaction.dsl());
            store.lock(access.environment());
            if (store.count(access.environment()) >= MOST_PER_ENVIRONMENT) {
                return Optional.empty();
            }
            store.add(access.branch().id(), access.actor().user(), link, Secrets.hash(secret));
            log(transaction.dsl(), access, AuditEvent.LINK_CREATED, link.id());
            return Optional.of(new ReadLink.Issued(link, secret));
        });
    }

    /// The links that are good, the newest first.
    public List<ReadLink> list(Access access) {
        return new LinkStore(sql).of(access.require(Action.EDIT).environment());
    }

    /// Makes a link worthless; false if there is none with this id.
    public boolean revoke(Access access, ReadLink.Id id) {
        access.require(Action.EDIT);
        return sql.transactionResult(transaction -> {
            boolean removed = new LinkStore(transaction.dsl()).remove(access.environment(), id);
            if (removed) {
                log(transaction.dsl(), access, AuditEvent.LINK_REVOKED, id);
            }
            return removed;
        });
    }

    /// The links to all environments of a team, the newest first.
    public List<ReadLink.OfTeam> list(TeamAccess access) {
        return new LinkStore(sql).of(access.require(Action.MANAGE_TEAM).team());
    }

    /// Makes links of a team worthless; those of others, and those that are gone already, are left alone.
    public void revoke(TeamAccess access, Collection<ReadLink.Id> chosen) {
        access.require(Action.MANAGE_TEAM);
        sql.transaction(transaction -> {
            LinkStore store = new LinkStore(transaction.dsl());
            for (ReadLink.OfTeam known : store.of(access.team())) {
                ReadLink.Id id = known.link().id();
                if (chosen.contains(id) && store.remove(known.environment(), id)) {
                    Map<String, String> detail =
                            Map.of("environment", known.environment().toString(), "link", id.toString());
                    audit.add(transaction.dsl(), access.team(), access.actor().user(), AuditEvent.LINK_REVOKED, detail);
                }
            }
        });
    }

    /// What the bearer of this secret may see, if it belongs to a link.
    public Optional<Access> find(String secret) {
        if (secret.length() != Secrets.LENGTH) {
            return Optional.empty();
        }
        LinkStore store = new LinkStore(sql);
        Optional<LinkStore.Found> found = store.find(Secrets.hash(secret));
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        found.filter(link -> link.lastUsedAt() == null
                        || !link.lastUsedAt().plus(LAST_USED_GRAIN).isAfter(now))
                .ifPresent(link -> store.used(link.id(), now));
        return found.map(LinkStore.Found::access);
    }

    private void log(DSLContext transaction, Access access, AuditEvent event, ReadLink.Id id) {
        Map<String, String> detail = Map.of("environment", access.environment().toString(), "link", id.toString());
        audit.add(transaction, access.team(), access.actor().user(), event, detail);
    }
}
