package dev.understudy.observed;

import dev.understudy.environment.AssetPath;
import dev.understudy.environment.Environment;
import dev.understudy.environment.FileContent;
import dev.understudy.environment.FileEntry;
import dev.understudy.environment.FileIndex;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The paths of files that hold bodies: after the route that sends them, each content once. Used by one thread, once.
final class FileNames {

    private static final String FOLDER = "recorded/";
    private static final int MAX_NAME = 80;
    private static final Map<String, String> ENDINGS = Map.ofEntries(
            Map.entry("image/png", "png"),
            Map.entry("image/jpeg", "jpg"),
            Map.entry("image/gif", "gif"),
            Map.entry("image/webp", "webp"),
            Map.entry("image/svg+xml", "svg"),
            Map.entry("image/x-icon", "ico"),
            Map.entry("application/pdf", "pdf"),
            Map.entry("application/zip", "zip"),
            Map.entry("application/gzip", "gz"),
            Map.entry("application/json", "json"),
            Map.entry("application/xml", "xml"),
            Map.entry("text/xml", "xml"),
            Map.entry("text/html", "html"),
            Map.entry("text/plain", "txt"),
            Map.entry("text/csv", "csv"),
            Map.entry("text/css", "css"),
            Map.entry("text/javascript", "js"),
            Map.entry("application/javascript", "js"),
            Map.entry("font/woff2", "woff2"),
            Map.entry("video/mp4", "mp4"),
            Map.entry("audio/mpeg", "mp3"),
            Map.entry("application/wasm", "wasm"));

    private final FileIndex present;
    private final Map<FileContent, AssetPath> paths = new HashMap<>();
    private final Map<String, FileContent> taken = new HashMap<>();

    FileNames(Environment document) {
        this.present = FileIndex.of(document);
        for (FileEntry file : present.all()) {
            paths.putIfAbsent(file.content(), file.path());
        }
    }

    /// The file that has this content already; empty if one has to be made.
    Optional<AssetPath> known(FileContent content) {
        return Optional.ofNullable(paths.get(content));
    }

    /// A path for a new file.
    AssetPath fresh(String endpoint, Answer answer) {
        String plain = endpoint.replaceAll("[^A-Za-z0-9._-]+", "-").replaceAll("^[-.]+|[-.]+$", "");
        String ending = "." + ENDINGS.getOrDefault(answer.type(), "bin");
        String whole = plain.isEmpty() ? "body" : plain;
        String cut = whole.endsWith(ending) ? whole.substring(0, whole.length() - ending.length()) : whole;
        String name = cut.length() > MAX_NAME ? cut.substring(0, MAX_NAME) : cut.isEmpty() ? "body" : cut;
        AssetPath wanted = new AssetPath(FOLDER + name + ending);
        AssetPath free = wanted;
        for (int number = 2;
                taken.containsKey(free.text()) || present.find(free.text()).isPresent();
                number++) {
            free = wanted.numbered(number);
        }
        taken.put(free.text(), answer.content());
        paths.put(answer.content(), free);
        return free;
    }
}
