package dev.understudy.asset;

import dev.understudy.environment.EnvironmentId;
import dev.understudy.server.Notifications;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/// The files of environments for the listeners of this process: read once, kept as long as there is room, and read
/// again after a change, whichever process made it. Any thread may call it.
@Component
public class AssetFiles {

    /// What is kept of all environments together.
    static final long MAX_KEPT_BYTES = 64L * 1024 * 1024;

    private static final long ENTRY_BYTES = 200;

    private record Key(EnvironmentId environment, String path) {}

    private final AssetStore store;
    private final Map<Key, Optional<byte[]>> kept = new LinkedHashMap<>(16, 0.75f, true);
    private long keptBytes;
    private long changes;

    AssetFiles(DSLContext sql, Notifications notifications) {
        this.store = new AssetStore(sql);
        notifications.listen(
                Assets.TOPIC, payload -> EnvironmentId.parse(payload).ifPresent(this::forget));
        notifications.onGap(this::forgetAll);
    }

    /// The bytes of a file, not to be written to; empty if there is none. May wait for the database.
    public Optional<byte[]> read(EnvironmentId environment, String path) {
        Key key = new Key(environment, path);
        long before;
        synchronized (this) {
            Optional<byte[]> known = kept.get(key);
            if (known != null) {
                return known;
            }
            before = changes;
        }
        Optional<byte[]> read = AssetPath.refusal(path).isPresent() ? Optional.empty() : store.read(environment, path);
        keep(key, read, before);
        return read;
    }

    /// Whether there is a file, without its bytes. May wait for the database.
    public boolean contains(EnvironmentId environment, String path) {
        return AssetPath.refusal(path).isEmpty() && store.contains(environment, path);
    }

    /// What was read before a change is not kept: it may be the old file.
    private synchronized void keep(Key key, Optional<byte[]> read, long before) {
        if (before != changes || kept.containsKey(key)) {
            return;
        }
        kept.put(key, read);
        keptBytes += weight(read);
        var eldest = kept.entrySet().iterator();
        while (keptBytes > MAX_KEPT_BYTES && eldest.hasNext()) {
            keptBytes -= weight(eldest.next().getValue());
            eldest.remove();
        }
    }

    private synchronized void forget(EnvironmentId environment) {
        changes++;
        kept.entrySet().removeIf(entry -> {
            boolean gone = entry.getKey().environment().equals(environment);
            keptBytes -= gone ? weight(entry.getValue()) : 0;
            return gone;
        });
    }

    private synchronized void forgetAll() {
        changes++;
        kept.clear();
        keptBytes = 0;
    }

    private static long weight(Optional<byte[]> bytes) {
        return ENTRY_BYTES + bytes.map(content -> content.length).orElse(0);
    }
}
