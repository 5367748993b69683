package dev.understudy.team.link;

import dev.understudy.team.Access;
import dev.understudy.team.Action;
import dev.understudy.team.AuditEvent;
import dev.understudy.team.AuditLog;
import dev.understudy.team.Secrets;
import dev.understudy.team.TimeOrderedIds;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
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
                access.actor().displayName(),
                clock.instant().truncatedTo(ChronoUnit.MICROS));
        String secret = secrets.next();
        return sql.transactionResult(transaction -> {
            LinkStore store = new LinkStore(transaction.dsl());
            store.lock(access.environment());
            if (store.count(access.environment()) >= MOST_PER_ENVIRONMENT) {
                return Optional.empty();
            }
            store.add(access.environment(), access.actor().user(), link, Secrets.hash(secret));
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

    /// What the bearer of this secret may see, if it belongs to a link.
    public Optional<Access> find(String secret) {
        return secret.length() == Secrets.LENGTH ? new LinkStore(sql).find(Secrets.hash(secret)) : Optional.empty();
    }

    private void log(DSLContext transaction, Access access, AuditEvent event, ReadLink.Id id) {
        Map<String, String> detail = Map.of("environment", access.environment().toString(), "link", id.toString());
        audit.add(transaction, access.team(), access.actor().user(), event, detail);
    }
}
