package dev.understudy.mock.state;

import dev.understudy.environment.NodeId;
import dev.understudy.js.JsValue;
import dev.understudy.mock.bucket.Bucket;

/// A data bucket as it is at a moment.
///
/// @param value undefined if it was deleted, or the text of the template if it waits for a request
/// @param parsed whether it has its value, and no longer waits for a request
/// @param validJson whether its text came out as JSON
public record BucketView(NodeId node, String id, String name, JsValue value, boolean parsed, boolean validJson) {

    static BucketView of(Bucket bucket) {
        Bucket.Content content = bucket.content();
        return new BucketView(
                bucket.definition().node(),
                bucket.definition().id(),
                bucket.definition().name(),
                content.value(),
                content.parsed(),
                content.validJson());
    }
}
