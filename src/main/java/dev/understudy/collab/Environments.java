package dev.understudy.collab;

import dev.understudy.edit.Effect;
import dev.understudy.edit.Genesis;
import dev.understudy.environment.BranchId;
import dev.understudy.environment.Environment;
import dev.understudy.environment.EnvironmentId;
import dev.understudy.environment.NodeId;
import dev.understudy.environment.Schema;
import dev.understudy.server.Notifications;
import dev.understudy.server.Subscription;
import dev.understudy.team.Access;
import dev.understudy.team.Action;
import dev.understudy.team.Actor;
import dev.understudy.team.AuditEvent;
import dev.understudy.team.AuditLog;
import dev.understudy.team.TeamAccess;
import dev.understudy.team.TeamId;
import dev.understudy.team.TimeOrderedIds;
import dev.understudy.team.UserId;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The catalogue: creates environments, lists them, and moves them to the trash and back. Any thread may call it.
@Component
public class Environments {

    private static final String TOPIC = "catalogue";

    /// The client of the creation. No client can name itself so, or it could ask for the answer to the creation.
    private static final String NO_CLIENT = "";

    private final DSLContext sql;
    private final Clock clock;
    private final TimeOrderedIds ids;
    private final Notifications notifications;
    private final AuditLog audit;
    private final EnvironmentStore store;
    private final Map<BranchId, TeamId> teams = new ConcurrentHashMap<>();

    Environments(DSLContext sql, Clock clock, TimeOrderedIds ids, Notifications notifications, AuditLog audit) {
        this.sql = sql;
        this.clock = clock;
        this.ids = ids;
        this.notifications = notifications;
        this.audit = audit;
        this.store = new EnvironmentStore(sql);
    }

    /// The environments of a team by name, without those in the trash.
    public List<EnvironmentSummary> list(TeamAccess team) {
        return store.inTeam(team.require(Action.VIEW).team(), false);
    }

    /// The environments in the trash of a team.
    public List<EnvironmentSummary> trashed(TeamAccess team) {
        return store.inTeam(team.require(Action.VIEW).team(), true);
    }

    public EnvironmentSummary summary(Access access) {
        return store.one(access.require(Action.VIEW).environment());
    }

    /// Creates an environment with this content. Its log starts with the adds of all nodes, as revision 1.
    ///
    /// @throws dev.understudy.team.Forbidden if the actor may not create
    public EnvironmentId create(TeamAccess team, Environment document) {
        team.require(Action.CREATE);
        return create(team.team(), team.actor(), document, "created the environment", Optional.empty());
    }

    /// Creates a copy under another name, in the same team and with the same files.
    public EnvironmentId duplicate(Access access, Environment document, String name) {
        access.require(Action.CREATE);
        Environment renamed = document.with(document.root().with(Schema.ENVIRONMENT_NAME, name));
        return create(
                access.team(),
                access.actor(),
                renamed,
                "duplicated " + document.root().get(Schema.ENVIRONMENT_NAME),
                Optional.of(access.environment()));
    }

    public void trash(Access access) {
        mark(access, Optional.of(clock.instant()));
    }

    public void restore(Access access) {
        mark(access, Optional.empty());
    }

    /// Tells, on a thread that must not be held up, that the list of a team may look different: one came or went, or
    /// was changed, whichever process did it.
    public Subscription onCatalogueChange(TeamId team, Runnable listener) {
        Subscription comings = notifications.listen(TOPIC, payload -> {
            if (payload.equals(team.toString())) {
                listener.run();
            }
        });
        Subscription changes = notifications.listen(Rooms.TOPIC, payload -> {
            if (team.equals(teamOf(payload))) {
                listener.run();
            }
        });
        return () -> {
            comings.close();
            changes.close();
        };
    }

    private @Nullable TeamId teamOf(String roomPayload) {
        String branch = roomPayload.substring(0, roomPayload.indexOf(' '));
        return teams.computeIfAbsent(new BranchId(UUID.fromString(branch)), store::teamOf);
    }

    private EnvironmentId create(
            TeamId team, Actor actor, Environment document, String summary, Optional<EnvironmentId> original) {
        EnvironmentId id = new EnvironmentId(ids.next());
        BranchId main = new BranchId(ids.next());
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        List<Effect> adds = Genesis.of(document);
        Committed first = new Committed(1, actor.user(), actor.displayName(), NO_CLIENT, 1, now, adds, summary);
        Receipt receipt = new Receipt(1, Receipt.Kind.COMMITTED, adds, List.of());
        String name = document.root().get(Schema.ENVIRONMENT_NAME);
        sql.transaction(transaction -> {
            DSLContext tx = transaction.dsl();
            EnvironmentStore.insert(tx, id, main, team, name, actor.user(), now);
            original.ifPresent(from -> EnvironmentStore.copyFiles(tx, from, id));
            ChangeStore.insert(tx, main, List.of(new Entry(first, receipt)));
            NodeStore.save(tx, main, new NodeDelta(List.copyOf(document.nodes()), List.<NodeId>of()), 1);
            audit.add(
                    tx,
                    team,
                    actor.user(),
                    AuditEvent.ENVIRONMENT_CREATED,
                    Map.of("environment", id.toString(), "name", name));
        });
        notifications.send(TOPIC, team.toString());
        return id;
    }

    private void mark(Access access, Optional<Instant> deletedAt) {
        access.require(Action.DELETE);
        AuditEvent event = deletedAt.isPresent() ? AuditEvent.ENVIRONMENT_DELETED : AuditEvent.ENVIRONMENT_RESTORED;
        EnvironmentId id = access.environment();
        UserId actor = access.actor().user();
        boolean changed = sql.transactionResult(transaction -> {
            boolean marked = EnvironmentStore.mark(transaction.dsl(), id, deletedAt, actor);
            if (marked) {
                audit.add(transaction.dsl(), access.team(), actor, event, Map.of("environment", id.toString()));
            }
            return marked;
        });
        if (changed) {
            notifications.send(TOPIC, access.team().toString());
        }
    }
}
