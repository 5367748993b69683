package dev.understudy.team;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The log of what is worth being asked about later. An entry is written with the transaction of what it tells of,
/// so that neither is there without the other. It never holds a secret. Any thread may call it.
@Component
public final class AuditLog {

    private final Clock clock;
    private final TimeOrderedIds ids;

    public AuditLog(Clock clock, TimeOrderedIds ids) {
        this.clock = clock;
        this.ids = ids;
    }

    /// Writes an entry.
    /// @param transaction the one in which the thing happens
    /// @param team the team it concerns, if it is one team
    /// @param actor who did it, if that is known
    public void add(
            DSLContext transaction,
            @Nullable TeamId team,
            @Nullable UserId actor,
            AuditEvent event,
            Map<String, String> detail) {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        new AuditStore(transaction).add(ids.next(), now, team, actor, event, detail);
    }
}
