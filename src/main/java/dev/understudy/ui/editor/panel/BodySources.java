package dev.understudy.ui.editor.panel;

import dev.understudy.environment.BodyKind;
import dev.understudy.environment.Environment;
import dev.understudy.environment.Node;
import dev.understudy.environment.Schema;
import dev.understudy.environment.Slot;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Where a body can come from, in words. Pure.
final class BodySources {

    /// In the order in which they are offered.
    static final Map<BodyKind, String> WORDS = words();

    private BodySources() {}

    /// The data buckets of a document by their ids, and the choice of none.
    static Map<String, String> buckets(Environment environment) {
        Map<String, String> buckets = new LinkedHashMap<>();
        buckets.put("", "None");
        for (Node bucket : environment.children(environment.root().id(), Slot.BUCKETS)) {
            String id = bucket.get(Schema.BUCKET_ID);
            if (!id.isEmpty()) {
                buckets.putIfAbsent(id, bucket.get(Schema.BUCKET_NAME) + " (" + id + ")");
            }
        }
        return buckets;
    }

    private static Map<BodyKind, String> words() {
        Map<BodyKind, String> words = new LinkedHashMap<>();
        for (BodyKind kind : List.of(BodyKind.INLINE, BodyKind.DATABUCKET, BodyKind.FILE)) {
            words.put(kind, word(kind));
        }
        return words;
    }

    private static String word(BodyKind kind) {
        return switch (kind) {
            case INLINE -> "Text";
            case DATABUCKET -> "Data bucket";
            case FILE -> "File";
        };
    }
}
