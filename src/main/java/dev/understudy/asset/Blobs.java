package dev.understudy.asset;

import dev.understudy.environment.EnvironmentId;
import dev.understudy.environment.Excess;
import dev.understudy.environment.FileContent;
import dev.understudy.environment.FileExcess;
import dev.understudy.team.UserId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// The contents of files, each stored once for an environment. What documents refer to stays, and what they referred to
/// within the last [#KEPT_FOR] too, so that it can be brought back; the rest goes. Any thread may call it.
@Component
class Blobs {

    /// Of one environment, with all that is only kept for its history.
    static final long MAX_BYTES = 400L * 1024 * 1024;

    static final Duration KEPT_FOR = Duration.ofDays(30);

    /// In this time whoever stored a content refers to it.
    static final Duration ON_ITS_WAY = Duration.ofMinutes(2);

    private static final Logger LOG = LoggerFactory.getLogger(Blobs.class);

    private final DSLContext sql;
    private final Clock clock;

    Blobs(DSLContext sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /// Stores a content, if it is not there; empty, or why there is no room for it.
    Optional<FileExcess> keep(EnvironmentId environment, FileContent content, byte[] bytes, UserId by, Instant now) {
        return sql.transactionResult(transaction -> {
            BlobStore store = new BlobStore(transaction.dsl());
            store.lock(environment);
            if (store.touch(environment, content, by, now)) {
                return Optional.empty();
            }
            long wanted = store.bytes(environment) + bytes.length;
            if (wanted > MAX_BYTES) {
                store.makeRoom(environment, wanted - MAX_BYTES, now.minus(ON_ITS_WAY));
                wanted = store.bytes(environment) + bytes.length;
            }
            if (wanted > MAX_BYTES) {
                return Optional.of(excess(wanted));
            }
            store.insert(environment, content, bytes, by, now);
            return Optional.empty();
        });
    }

    Map<FileContent, Stored> find(EnvironmentId environment, Collection<FileContent> contents) {
        return new BlobStore(sql).find(environment, contents);
    }

    Optional<AssetContent> open(EnvironmentId environment, FileContent content) {
        return new BlobStore(sql).open(environment, content);
    }

    /// Removes what no document refers to, and none did within [#KEPT_FOR].
    @Scheduled(initialDelay = 600_000, fixedDelay = 3_600_000)
    void purge() {
        int purged = new BlobStore(sql).purge(clock.instant().minus(KEPT_FOR));
        if (purged > 0) {
            LOG.info("Removed {} contents of files that nothing refers to any more", purged);
        }
    }

    private static FileExcess excess(long wanted) {
        return new FileExcess(
                new Excess(MAX_BYTES, wanted),
                "The files of an environment and of its history can have %,d bytes together. Try again in a few minutes, or remove some."
                        .formatted(MAX_BYTES));
    }
}
