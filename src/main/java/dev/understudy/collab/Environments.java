package dev.understudy.collab;

import dev.understudy.edit.Effect;
import dev.understudy.edit.Genesis;
import dev.understudy.environment.BranchId;
import dev.understudy.environment.Environment;
import dev.understudy.environment.EnvironmentId;
import dev.understudy.environment.FileIndex;
import dev.understudy.environment.NodeId;
import dev.understudy.environment.Schema;
import dev.understudy.server.Notifications;
import dev.understudy.server.Subscription;
import dev.understudy.team.Access;
import dev.understudy.team.Action;
import dev.understudy.team.Actor;
import dev.understudy.team.AuditEvent;
import dev.understudy.team.AuditLog;
import dev.understudy.team.Branch;
import dev.understudy.team.RightsLog;
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
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/// The catalogue: creates environments, lists them, and moves them to the trash and back. Any thread may call it.
@Component
public class Environments {

    /// Characters of a name that a summary has room for.
    private static final int MAX_SOURCE = 100;

    private static final String TOPIC = "catalogue";

    /// The client of the creation. No client can name itself so, or it could ask for the answer to the creation.
    private static final String NO_CLIENT = "";

    /// Environments of one team, without those in its trash.
    static final int MAX_PER_TEAM = 1_000;

    private final DSLContext sql;
    private final Clock clock;
    private final TimeOrderedIds ids;
    private final Notifications notifications;
    private final AuditLog audit;
    private final RightsLog rights;
    private final EnvironmentStore store;
    private final int maxPerTeam;
    private final Map<BranchId, TeamId> teams = new ConcurrentHashMap<>();

    @Autowired
    Environments(
            DSLContext sql,
            Clock clock,
            TimeOrderedIds ids,
            Notifications notifications,
            AuditLog audit,
            RightsLog rights) {
        this(sql, clock, ids, notifications, audit, rights, MAX_PER_TEAM);
    }

    Environments(
            DSLContext sql,
            Clock clock,
            TimeOrderedIds ids,
            Notifications notifications,
            AuditLog audit,
            RightsLog rights,
            int maxPerTeam) {
        this.maxPerTeam = maxPerTeam;
        this.sql = sql;
        this.clock = clock;
        this.ids = ids;
        this.notifications = notifications;
        this.audit = audit;
        this.rights = rights;
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

    /// The branch that every environment is born with; empty if the team has no such environment.
    public Optional<Branch> main(TeamAccess team, EnvironmentId id) {
        TeamId owner = team.require(Action.VIEW).team();
        return store.mainBranch(id, owner).map(main -> new Branch(main, id, owner));
    }

    public EnvironmentSummary summary(Access access) {
        return store.one(access.require(Action.VIEW).environment());
    }

    /// Creates an environment with this content. Its log starts with the adds of all nodes, as revision 1.
    ///
    /// @throws dev.understudy.team.Forbidden if the actor may not create
    /// @throws TeamIsFull if the team has as many as it may have
    public EnvironmentId create(TeamAccess team, Environment document) {
        team.require(Action.CREATE);
        return create(team.team(), team.actor(), document, "created the environment", Optional.empty(), () -> true)
                .orElseThrow();
    }

    /// The same for a document that came from elsewhere, for somebody who may lose interest until the last moment; then
    /// there is none.
    ///
    /// @param source what it came from, such as the name of a file
    /// @param wanted asked before all of it becomes true
    public Optional<EnvironmentId> importFrom(
            TeamAccess team, String source, Environment document, BooleanSupplier wanted) {
        team.require(Action.CREATE);
        String summary = "imported " + source.substring(0, Math.min(source.length(), MAX_SOURCE));
        return create(team.team(), team.actor(), document, summary, Optional.empty(), wanted);
    }

    /// Creates a copy under another name, in the same team and with the same files.
    ///
    /// @throws TeamIsFull if the team has as many as it may have
    public EnvironmentId duplicate(Access access, Environment document, String name) {
        access.require(Action.CREATE);
        Environment renamed = document.with(document.root().with(Schema.ENVIRONMENT_NAME, name));
        return create(
                        access.team(),
                        access.actor(),
                        renamed,
                        "duplicated " + document.root().get(Schema.ENVIRONMENT_NAME),
                        Optional.of(access.environment()),
                        () -> true)
                .orElseThrow();
    }

    public void trash(Access access) {
        mark(access, Optional.of(clock.instant()));
    }

    /// Takes it out of the trash.
    ///
    /// @throws TeamIsFull if the team has as many as it may have
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

    private Optional<EnvironmentId> create(
            TeamId team,
            Actor actor,
            Environment document,
            String summary,
            Optional<EnvironmentId> original,
            BooleanSupplier wanted) {
        EnvironmentId id = new EnvironmentId(ids.next());
        BranchId main = new BranchId(ids.next());
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        List<Effect> adds = Genesis.of(document);
        CommittedChange first = new CommittedChange(
                1,
                actor.user(),
                actor.displayName(),
                actor.token(),
                NO_CLIENT,
                1,
                Optional.empty(),
                Origin.MADE,
                now,
                adds,
                summary,
                true);
        Receipt receipt = new Receipt(1, Receipt.Kind.COMMITTED, adds, List.of());
        String name = document.root().get(Schema.ENVIRONMENT_NAME);
        boolean created = inOneGo(wanted, tx -> {
            requireRoom(tx, team);
            EnvironmentStore.insert(tx, id, main, team, name, actor.user(), now);
            original.ifPresent(from -> EnvironmentStore.copyContents(tx, from, id, FileIndex.of(document)));
            NodeDelta rows = new NodeDelta(List.copyOf(document.nodes()), List.<NodeId>of());
            CommitStore.write(tx, main, List.of(new Entry(first, receipt)), rows, null);
            audit.add(
                    tx,
                    team,
                    actor.user(),
                    AuditEvent.ENVIRONMENT_CREATED,
                    Map.of("environment", id.toString(), "name", name));
        });
        if (created) {
            notifications.send(TOPIC, team.toString());
        }
        return created ? Optional.of(id) : Optional.empty();
    }

    /// Nothing of the work stays if it is not wanted any more when it is done.
    private boolean inOneGo(BooleanSupplier wanted, Consumer<DSLContext> work) {
        try {
            sql.transaction(transaction -> {
                work.accept(transaction.dsl());
                if (!wanted.getAsBoolean()) {
                    throw new NotWanted();
                }
            });
            return true;
        } catch (NotWanted givenUp) {
            return false;
        }
    }

    private void requireRoom(DSLContext tx, TeamId team) {
        if (EnvironmentStore.countHolding(tx, team) >= maxPerTeam) {
            throw new TeamIsFull(maxPerTeam);
        }
    }

    private void mark(Access access, Optional<Instant> deletedAt) {
        access.require(Action.DELETE);
        AuditEvent event = deletedAt.isPresent() ? AuditEvent.ENVIRONMENT_DELETED : AuditEvent.ENVIRONMENT_RESTORED;
        EnvironmentId id = access.environment();
        UserId actor = access.actor().user();
        boolean changed = sql.transactionResult(transaction -> {
            if (deletedAt.isEmpty()) {
                requireRoom(transaction.dsl(), access.team());
            }
            boolean marked = EnvironmentStore.mark(transaction.dsl(), id, deletedAt, actor);
            if (marked) {
                audit.add(transaction.dsl(), access.team(), actor, event, Map.of("environment", id.toString()));
            }
            return marked;
        });
        if (changed) {
            rights.look();
            notifications.send(TOPIC, access.team().toString());
        }
    }

    /// Rolls a transaction back.
    private static final class NotWanted extends RuntimeException {

        private static final long serialVersionUID = 1;
    }
}
