package dev.understudy.team;

import static dev.understudy.db.Tables.AUDIT;

import java.time.OffsetDateTime;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// Appends to the audit log; nothing ever changes or removes an entry.
final class AuditStore {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final DSLContext sql;

    AuditStore(DSLContext sql) {
        this.sql = sql;
    }

    void add(
            UUID id,
            OffsetDateTime at,
            @Nullable TeamId team,
            @Nullable UserId actor,
            AuditEvent event,
            Map<String, String> detail) {
        sql.insertInto(AUDIT)
                .set(AUDIT.ID, id)
                .set(AUDIT.TEAM_ID, team == null ? null : team.value())
                .set(AUDIT.ACTOR_ID, actor == null ? null : actor.value())
                .set(AUDIT.AT, at)
                .set(AUDIT.ACTION, event.word())
                .set(AUDIT.DETAIL, JSONB.valueOf(JSON.writeValueAsString(detail)))
                .execute();
    }
}
