package dev.understudy.asset;

import dev.understudy.environment.EnvironmentId;
import dev.understudy.environment.FileContent;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/// The contents of files for the listeners of this process: read once, and kept as long as there is room. A hash never
/// stands for anything else, so nothing that is kept is ever out of date. Any thread may call it.
@Component
public class AssetFiles {

    /// What is kept of all environments together.
    static final long MAX_KEPT_BYTES = 64L * 1024 * 1024;

    private static final long ENTRY_BYTES = 400;

    private record Key(EnvironmentId environment, FileContent content) {}

    private final BlobStore store;
    private final Map<Key, byte[]> kept = new LinkedHashMap<>(16, 0.75f, true);
    private long keptBytes;

    AssetFiles(DSLContext sql) {
        this.store = new BlobStore(sql);
    }

    /// The bytes, not to be written to; empty if they are not there. May wait for the database.
    public Optional<byte[]> read(EnvironmentId environment, FileContent content) {
        Key key = new Key(environment, content);
        synchronized (this) {
            byte[] known = kept.get(key);
            if (known != null) {
                return Optional.of(known);
            }
        }
        Optional<byte[]> read = store.read(environment, content);
        read.ifPresent(bytes -> keep(key, bytes));
        return read;
    }

    /// Of these contents those that are there. May wait for the database.
    public Set<FileContent> present(EnvironmentId environment, Collection<FileContent> contents) {
        return store.find(environment, contents).keySet();
    }

    private synchronized void keep(Key key, byte[] bytes) {
        if (kept.putIfAbsent(key, bytes) != null) {
            return;
        }
        keptBytes += ENTRY_BYTES + bytes.length;
        var eldest = kept.values().iterator();
        while (keptBytes > MAX_KEPT_BYTES && eldest.hasNext()) {
            keptBytes -= ENTRY_BYTES + eldest.next().length;
            eldest.remove();
        }
    }
}
