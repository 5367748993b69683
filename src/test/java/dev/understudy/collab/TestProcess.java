package dev.understudy.collab;

import com.zaxxer.hikari.HikariDataSource;
import dev.understudy.environment.BranchId;
import dev.understudy.environment.Environment;
import dev.understudy.environment.EnvironmentId;
import dev.understudy.server.Notifications;
import dev.understudy.server.TestDatabase;
import dev.understudy.server.TestNotifications;
import dev.understudy.team.Access;
import dev.understudy.team.Action;
import dev.understudy.team.Actor;
import dev.understudy.team.AuditLog;
import dev.understudy.team.Branch;
import dev.understudy.team.RightsLog;
import dev.understudy.team.Role;
import dev.understudy.team.TeamAccess;
import dev.understudy.team.TeamId;
import dev.understudy.team.TestAccess;
import dev.understudy.team.TimeOrderedIds;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/// What a server process has for its rooms. Two of them on one database are two processes.
public final class TestProcess implements AutoCloseable {

    public static final TeamId TEAM = new TeamId(new UUID(0, 1));

    private static final Map<EnvironmentId, Branch> MAINS = new ConcurrentHashMap<>();

    static final Duration ANSWER_WITHIN = Duration.ofSeconds(30);

    /// What is true at the submission stays true.
    static final Grants GRANTS = (access, _, _) -> access.require(Action.EDIT);

    public final DSLContext sql;
    public final Rooms rooms;
    public final Environments environments;
    public final Notifications notifications;
    public final RightsLog rights;
    private final HikariDataSource pool = new HikariDataSource();

    private TestProcess(TestDatabase database) {
        Clock clock = Clock.systemUTC();
        pool.setDataSource(database.dataSource());
        pool.setMaximumPoolSize(5);
        sql = DSL.using(pool, SQLDialect.POSTGRES);
        notifications = TestNotifications.started(database);
        rooms = new Rooms(sql, clock, notifications, new SimpleMeterRegistry(), GRANTS, ANSWER_WITHIN, Long.MAX_VALUE);
        var ids = new TimeOrderedIds(clock, new SecureRandom());
        rights = new RightsLog(sql, clock, notifications);
        environments = new Environments(database.dsl(), clock, ids, notifications, new AuditLog(clock, ids), rights);
    }

    /// The first process on a fresh database, with a team and the given people in it.
    public static TestProcess on(TestDatabase database, Actor... people) {
        database.dsl()
                .execute("insert into team (id, name, created_at) values ({0}, 'Team', now())", val(TEAM.value()));
        for (Actor person : people) {
            database.dsl()
                    .execute(
                            "insert into app_user (id, email, display_name, password_hash, created_at)"
                                    + " values ({0}, {1}, {2}, '', now())",
                            val(person.user().value()), val(person.email()), val(person.displayName()));
        }
        return another(database);
    }

    public static TestProcess another(TestDatabase database) {
        return new TestProcess(database);
    }

    public EnvironmentId create(Actor owner, Environment document) {
        TeamAccess team = TestAccess.ofTeam(TEAM, Role.OWNER, owner);
        EnvironmentId id = environments.create(team, document);
        MAINS.put(id, environments.main(team, id).orElseThrow());
        return id;
    }

    /// The main branch of an environment that one of the processes created.
    public static Branch main(EnvironmentId environment) {
        return Objects.requireNonNull(MAINS.get(environment));
    }

    /// The same access to an environment that was created by another way.
    public Access find(EnvironmentId environment, Actor actor) {
        Branch main = sql.fetchSingle(
                        "select b.id, e.team_id from branch b join environment e on e.id = b.environment_id"
                                + " where e.id = {0} and b.name = 'main'",
                        val(environment.value()))
                .map(row -> new Branch(
                        new BranchId(row.get(0, UUID.class)), environment, new TeamId(row.get(1, UUID.class))));
        return TestAccess.of(main, Role.EDITOR, actor);
    }

    public static Access access(EnvironmentId environment, Actor actor) {
        return access(environment, actor, Role.EDITOR);
    }

    public static Access access(EnvironmentId environment, Actor actor, Role role) {
        return TestAccess.of(main(environment), role, actor);
    }

    @Override
    public void close() {
        notifications.stop();
        pool.close();
    }

    private static Field<?> val(Object value) {
        return DSL.val(value);
    }
}
