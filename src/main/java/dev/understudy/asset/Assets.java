package dev.understudy.asset;

import dev.understudy.environment.EnvironmentId;
import dev.understudy.server.Notifications;
import dev.understudy.server.Subscription;
import dev.understudy.team.Access;
import dev.understudy.team.Action;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/// The files of environments: who sees an environment sees them, who may edit it uploads and removes them. Any thread
/// may call it.
@Component
public class Assets {

    public static final int MAX_FILE_BYTES = 10 * 1024 * 1024;

    /// Of one environment.
    public static final int MAX_FILES = 500;

    /// Of one environment, all files together.
    public static final long MAX_TOTAL_BYTES = 100L * 1024 * 1024;

    static final String TOPIC = "asset";

    private final DSLContext sql;
    private final Clock clock;
    private final Notifications notifications;

    Assets(DSLContext sql, Clock clock, Notifications notifications) {
        this.sql = sql;
        this.clock = clock;
        this.notifications = notifications;
    }

    /// By path.
    public List<Asset> list(Access access) {
        return new AssetStore(sql).list(access.require(Action.VIEW).environment());
    }

    public Optional<AssetContent> read(Access access, AssetPath path) {
        EnvironmentId environment = access.require(Action.VIEW).environment();
        return new AssetStore(sql).open(environment, path);
    }

    /// Stores a file in the place of the one with that path, if there is one.
    public Upload put(Access access, AssetPath path, byte[] bytes) {
        EnvironmentId environment = access.require(Action.EDIT).environment();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Upload upload = sql.transactionResult(transaction -> {
            AssetStore store = new AssetStore(transaction.dsl());
            store.lock(environment);
            Optional<Upload.Refused> refused = refusal(store.usageBeside(environment, path), bytes.length);
            if (refused.isPresent()) {
                return refused.get();
            }
            boolean replaced =
                    store.put(environment, path, bytes, access.actor().user(), now);
            return new Upload.Stored(
                    new Asset(path, bytes.length, now, access.actor().displayName()), replaced);
        });
        if (upload instanceof Upload.Stored) {
            notifications.send(TOPIC, environment.toString());
        }
        return upload;
    }

    /// False if there is none with that path.
    public boolean remove(Access access, AssetPath path) {
        EnvironmentId environment = access.require(Action.EDIT).environment();
        boolean removed = new AssetStore(sql).remove(environment, path);
        if (removed) {
            notifications.send(TOPIC, environment.toString());
        }
        return removed;
    }

    /// Gives a file another path, if no other has that.
    public Renaming rename(Access access, AssetPath from, AssetPath to) {
        EnvironmentId environment = access.require(Action.EDIT).environment();
        Renaming outcome = sql.transactionResult(transaction -> {
            AssetStore store = new AssetStore(transaction.dsl());
            store.lock(environment);
            if (!from.equals(to) && store.contains(environment, to.text())) {
                return Renaming.TAKEN;
            }
            return store.rename(environment, from, to) ? Renaming.DONE : Renaming.GONE;
        });
        if (outcome == Renaming.DONE) {
            notifications.send(TOPIC, environment.toString());
        }
        return outcome;
    }

    /// Tells, on a thread that must not be held up, that the files of an environment are others now.
    public Subscription onChange(EnvironmentId environment, Runnable listener) {
        return notifications.listen(TOPIC, payload -> {
            if (payload.equals(environment.toString())) {
                listener.run();
            }
        });
    }

    private static Optional<Upload.Refused> refusal(AssetStore.Usage others, int size) {
        if (size > MAX_FILE_BYTES) {
            return Optional.of(new Upload.Refused(
                    MAX_FILE_BYTES, size, "A file can have up to %,d bytes.".formatted(MAX_FILE_BYTES)));
        }
        if (others.files() + 1 > MAX_FILES) {
            return Optional.of(new Upload.Refused(
                    MAX_FILES,
                    others.files() + 1L,
                    "An environment can have %d files. Remove some that are not needed.".formatted(MAX_FILES)));
        }
        long total = others.bytes() + size;
        return total <= MAX_TOTAL_BYTES
                ? Optional.empty()
                : Optional.of(new Upload.Refused(
                        MAX_TOTAL_BYTES,
                        total,
                        "The files of an environment can have %,d bytes together. Remove some that are not needed."
                                .formatted(MAX_TOTAL_BYTES)));
    }
}
