package dev.understudy.mock.bucket;

import dev.understudy.environment.Node;
import dev.understudy.environment.NodeId;
import dev.understudy.environment.Schema;
import dev.understudy.js.JsJson;
import dev.understudy.js.TextSearch;
import dev.understudy.template.Template;
import dev.understudy.template.scope.Budget;
import dev.understudy.template.scope.TemplateException;
import java.util.List;
import java.util.Locale;

/// A bucket as its author wrote it, its template read once.
///
/// @param needsRequest whether it gets its value with the first request that refers to it
/// @param isBadJson whether it is neither JSON nor a template that may become it
/// @param references the buckets its own text asks for
/// @param lowerName its name in lower case
public record BucketDefinition(
        NodeId node,
        String id,
        String name,
        String text,
        Template.Parsing template,
        boolean needsRequest,
        boolean isBadJson,
        List<String> references,
        String lowerName) {

    /// Of a bucket of the document.
    public static BucketDefinition of(Node bucket) {
        String text = bucket.get(Schema.BUCKET_VALUE);
        return new BucketDefinition(
                bucket.id(),
                bucket.get(Schema.BUCKET_ID),
                bucket.get(Schema.BUCKET_NAME),
                text,
                Template.parse(text),
                BucketText.needsRequest(text),
                !text.contains("{{") && JsJson.parse(text).isEmpty(),
                BucketText.references(text),
                bucket.get(Schema.BUCKET_NAME).toLowerCase(Locale.ROOT));
    }

    /// Whether it was made of a bucket like this one.
    public boolean isOf(Node bucket) {
        return id.equals(bucket.get(Schema.BUCKET_ID))
                && name.equals(bucket.get(Schema.BUCKET_NAME))
                && text.equals(bucket.get(Schema.BUCKET_VALUE));
    }

    /// Whether both give the same value.
    public boolean isSameAs(BucketDefinition other) {
        return id.equals(other.id) && name.equals(other.name) && text.equals(other.text);
    }

    /// Whether a reference means this bucket, for whoever need not count the effort.
    ///
    /// @param lowerReference the same in lower case
    public boolean isMeantBy(String reference, String lowerReference) {
        return id.equals(reference) || lowerName.contains(lowerReference);
    }

    /// Whether a reference in a template means this bucket.
    ///
    /// @param lowerReference the same in lower case
    boolean isMeantBy(String reference, String lowerReference, Budget budget) throws TemplateException {
        budget.step(1);
        return id.equals(reference) || TextSearch.find(lowerName, lowerReference, 0, budget::step) >= 0;
    }
}
