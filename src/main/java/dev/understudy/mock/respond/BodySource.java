package dev.understudy.mock.respond;

import dev.understudy.environment.BodyKind;
import dev.understudy.environment.Field;
import dev.understudy.environment.Node;
import dev.understudy.mock.text.TextTemplate;

/// Where a body comes from.
public sealed interface BodySource {

    /// From the document. A text that is not to be rendered is [TextTemplate.Constant].
    record Inline(TextTemplate text) implements BodySource {}

    /// From a bucket.
    ///
    /// @param otherwise what is sent if there is no bucket with that id
    record OfBucket(String id, String otherwise) implements BodySource {}

    /// From a file.
    ///
    /// @param inline what is sent where a missing file is 404
    record OfFile(FilePath path, TextTemplate inline, FileTemplate content) implements BodySource {}

    /// The fields that say it, which responses and callbacks have alike.
    record Fields(Field<BodyKind> type, Field<String> body, Field<String> bucket, Field<String> file) {

        /// Reads a node.
        ///
        /// @param templating whether texts are rendered
        public BodySource read(Node node, boolean templating) {
            String text = node.get(body);
            TextTemplate inline = templating ? TextTemplate.of(text) : new TextTemplate.Constant(text);
            return switch (node.get(type)) {
                case DATABUCKET ->
                    node.get(bucket).isEmpty() ? new Inline(inline) : new OfBucket(node.get(bucket), text);
                case FILE ->
                    node.get(file).isEmpty()
                            ? new Inline(inline)
                            : new OfFile(FilePath.of(node.get(file)), inline, new FileTemplate());
                case INLINE -> new Inline(inline);
            };
        }
    }
}
