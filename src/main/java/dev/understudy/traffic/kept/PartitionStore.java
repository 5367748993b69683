package dev.understudy.traffic.kept;

import static dev.understudy.db.Tables.BRANCH;
import static dev.understudy.db.Tables.ENVIRONMENT;
import static dev.understudy.db.Tables.KEPT_EXCHANGE;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/// The partitions of what is kept, one for each day (UTC) and one for what belongs to none of them. Each is made or
/// taken away in a transaction of its own that waits for others, and holds them up, for two seconds at most.
@Component
class PartitionStore {

    private static final String TABLE = "kept_exchange";
    private static final String OTHER = "kept_exchange_other";
    private static final Pattern OF_DAY = Pattern.compile(TABLE + "_\\d{8}");
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;

    private static final String PARTITIONS = """
            select part.relname from pg_inherits join pg_class as part on part.oid = inhrelid
            where inhparent = 'kept_exchange'::regclass""";

    private final DSLContext sql;

    PartitionStore(DSLContext sql) {
        this.sql = sql;
    }

    /// The days that there are partitions for.
    SortedSet<LocalDate> days() {
        SortedSet<LocalDate> days = new TreeSet<>();
        sql.fetch(PARTITIONS).forEach(row -> {
            String name = row.get(0, String.class);
            if (OF_DAY.matcher(name).matches()) {
                days.add(LocalDate.parse(name.substring(TABLE.length() + 1), DAY));
            }
        });
        return days;
    }

    /// Makes one unless another process did, and puts into it what is there of that day already.
    void make(LocalDate day) {
        String name = name(day);
        String from = start(day).toString();
        String until = start(day.plusDays(1)).toString();
        inTurn(day, false, in -> {
            // What others put in between the move and the end would belong nowhere.
            in.execute("lock table %s in access exclusive mode".formatted(OTHER));
            in.execute("create table %s (like %s including all)".formatted(name, TABLE));
            in.execute("""
                    with moved as (delete from %s where at >= '%s' and at < '%s' returning *)
                    insert into %s select * from moved""".formatted(OTHER, from, until, name));
            in.execute("alter table %s attach partition %s for values from ('%s') to ('%s')"
                    .formatted(TABLE, name, from, until));
        });
    }

    /// Takes one away with all that is in it.
    void drop(LocalDate day) {
        inTurn(day, true, in -> {
            in.execute("alter table %s detach partition %s".formatted(TABLE, name(day)));
            in.execute("drop table " + name(day));
        });
    }

    /// Forgets what is too old and in no partition of a day, and what was written of an environment while it was
    /// deleted.
    void sweep(Instant until) {
        sql.execute("delete from " + OTHER + " where at < {0}", DSL.val(until.atOffset(ZoneOffset.UTC)));
        sql.deleteFrom(KEPT_EXCHANGE)
                .where(KEPT_EXCHANGE.BRANCH_ID.in(DSL.select(BRANCH.ID)
                        .from(BRANCH)
                        .join(ENVIRONMENT)
                        .on(ENVIRONMENT.ID.eq(BRANCH.ENVIRONMENT_ID))
                        .where(ENVIRONMENT.DELETED_AT.isNotNull())))
                .execute();
    }

    /// One process after the other.
    ///
    /// @param there whether the partition has to be there for it
    private void inTurn(LocalDate day, boolean there, Consumer<DSLContext> work) {
        sql.transaction(all -> {
            DSLContext in = all.dsl();
            in.execute("set local lock_timeout = '2s'");
            in.execute("select pg_advisory_xact_lock(hashtextextended('days of traffic', 0))");
            boolean found = in.fetchSingle("select to_regclass({0}) is not null", DSL.val(name(day)))
                    .get(0, Boolean.class);
            if (found == there) {
                work.accept(in);
            }
        });
    }

    private static String name(LocalDate day) {
        return TABLE + "_" + DAY.format(day);
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
