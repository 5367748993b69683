package dev.understudy.mock.bucket;

import dev.understudy.js.JsJson;
import dev.understudy.js.JsValue;
import dev.understudy.js.JsValue.Text;
import dev.understudy.template.Template;
import dev.understudy.template.scope.Buckets;
import dev.understudy.template.scope.TemplateException;
import dev.understudy.template.syntax.Mistake;

/// A bucket and its present content, which is replaced as a whole by one change at a time. Any thread may call it.
public final class Bucket {

    /// What a bucket holds at a moment.
    ///
    /// @param parsed whether it has its value, and no longer waits for a request
    /// @param validJson whether its text came out as JSON
    public record Content(JsValue value, boolean parsed, boolean validJson) {}

    private final BucketDefinition definition;
    private volatile Content content;

    /// What the space has accounted for it.
    private long weight;

    Bucket(BucketDefinition definition) {
        this.definition = definition;
        this.content = new Content(new Text(definition.text()), false, false);
    }

    public BucketDefinition definition() {
        return definition;
    }

    public Content content() {
        return content;
    }

    public JsValue value() {
        return content.value();
    }

    /// Ends it.
    synchronized void free(BucketSpace space) {
        space.free(weight);
        weight = 0;
    }

    boolean waits() {
        return !content.parsed();
    }

    /// Gives it its first value, unless another request was faster. Rendering happens without a lock, as it may
    /// look at other buckets.
    void generate(Renderer renderer, Buckets visible, BucketSpace space) {
        Content generated = generated(renderer, visible);
        synchronized (this) {
            if (waits()) {
                boolean fits = space.take(weight, generated.value());
                weight = fits ? generated.value().weight() : weight;
                content = fits ? generated : new Content(new Text(BucketSpace.FULL), true, false);
            }
        }
    }

    synchronized void change(Buckets.Change change, BucketSpace space) throws TemplateException {
        JsValue before = content.value();
        JsValue after = change.of(before);
        if (!space.take(weight, after)) {
            throw new TemplateException(BucketSpace.FULL);
        }
        weight = after.weight();
        content = new Content(after, content.parsed(), content.validJson());
    }

    private Content generated(Renderer renderer, Buckets visible) {
        try {
            String text = switch (definition.template()) {
                case Template.Parsing.Parsed(Template template) -> renderer.render(template, visible);
                case Template.Parsing.Malformed(String message, int _, Mistake _) ->
                    throw new TemplateException(message);
            };
            return JsJson.parse(text)
                    .map(value -> new Content(value, true, true))
                    .orElseGet(() -> new Content(new Text(text), true, false));
        } catch (TemplateException failure) {
            return new Content(new Text(failure.getMessage()), true, false);
        }
    }
}
