package dev.understudy.history.visit;

import dev.understudy.environment.NodeId;
import dev.understudy.server.Notifications;
import dev.understudy.server.Subscription;
import dev.understudy.team.Access;
import dev.understudy.team.Action;
import java.util.Collection;
import java.util.function.LongConsumer;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/// What is new to somebody who comes back to an environment, on whichever device they were. Any thread may call it; it
/// waits for the database.
@Component
public class Visits {

    private static final String TOPIC = "read_activity";

    private final DSLContext sql;
    private final Notifications notifications;

    Visits(DSLContext sql, Notifications notifications) {
        this.sql = sql;
        this.notifications = notifications;
    }

    /// Somebody comes.
    ///
    /// @param revision the newest that they see
    /// @return what others did while they were away; nothing if they come for the first time
    public News enter(Access access, long revision) {
        return store(access).enter(revision);
    }

    /// Somebody goes, who saw all up to a revision as it happened.
    public void leave(Access access, long revision) {
        store(access).leave(revision);
    }

    /// Somebody read the activity up to a revision.
    public void read(Access access, long revision) {
        store(access).read(revision);
        notifications.send(TOPIC, name(access) + revision);
    }

    /// Tells, on a thread that must not be held up, up to which revision the same person read the activity, in this tab
    /// or any other and in whichever process.
    public Subscription onRead(Access access, LongConsumer listener) {
        String name = name(access);
        return notifications.listen(TOPIC, payload -> {
            if (payload.startsWith(name)) {
                listener.accept(Long.parseLong(payload.substring(name.length())));
            }
        });
    }

    private static String name(Access access) {
        return "%s %s "
                .formatted(access.actor().user().value(), access.branch().id().value());
    }

    /// Somebody looked at nodes.
    public void look(Access access, Collection<NodeId> nodes) {
        store(access).look(nodes);
    }

    private VisitStore store(Access access) {
        access.require(Action.VIEW);
        return new VisitStore(sql, access.actor().user(), access.branch().id());
    }
}
