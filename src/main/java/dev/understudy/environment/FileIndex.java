package dev.understudy.environment;

import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The files of a document at one revision, by their paths. Immutable.
public final class FileIndex {

    /// No files.
    public static final FileIndex NONE = new FileIndex(Map.of());

    private final Map<String, FileEntry> files;

    private FileIndex(Map<String, FileEntry> files) {
        this.files = files;
    }

    public static FileIndex of(Environment environment) {
        Map<String, FileEntry> files = new TreeMap<>();
        for (Node node : environment.children(environment.root().id(), Slot.FILES)) {
            FileEntry file = FileEntry.of(node);
            files.putIfAbsent(file.path().text(), file);
        }
        return files.isEmpty() ? NONE : new FileIndex(files);
    }

    /// The file with exactly this path.
    public Optional<FileEntry> find(String path) {
        return Optional.ofNullable(files.get(path));
    }

    /// All of them, by path.
    public Collection<FileEntry> all() {
        return Collections.unmodifiableCollection(files.values());
    }

    /// What their contents have together.
    public long bytes() {
        return files.values().stream().mapToLong(file -> file.content().size()).sum();
    }
}
