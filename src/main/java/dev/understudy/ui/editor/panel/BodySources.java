package dev.understudy.ui.editor.panel;

import dev.understudy.environment.Environment;
import dev.understudy.environment.Node;
import dev.understudy.environment.Schema;
import dev.understudy.environment.Slot;
import java.util.LinkedHashMap;
import java.util.Map;

/// Where a body can come from, in words. Pure.
final class BodySources {

    /// By their word in the exchange format.
    static final Map<String, String> WORDS = words();

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

    private static Map<String, String> words() {
        Map<String, String> words = new LinkedHashMap<>();
        words.put("INLINE", "Text");
        words.put("DATABUCKET", "Data bucket");
        words.put("FILE", "File");
        return words;
    }
}
