package dev.understudy.js.schema;

import dev.understudy.js.Effort;
import dev.understudy.js.JsObject;
import dev.understudy.js.JsValue;
import dev.understudy.js.regex.JsRegex;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;

/// A schema of draft 07 that can be applied. Immutable; any thread may validate with it.
public final class JsonSchema {

    private final JsValue root;
    private final IdentityHashMap<JsObject, JsValue> references;
    private final Map<String, JsRegex> patterns;

    private JsonSchema(JsValue root, IdentityHashMap<JsObject, JsValue> references, Map<String, JsRegex> patterns) {
        this.root = root;
        this.references = references;
        this.patterns = patterns;
    }

    /// Reads a schema; empty if it is none: of another draft, with keywords or formats that nobody knows, with values
    /// that its keywords do not take, or with references that lead out of it.
    public static Optional<JsonSchema> read(JsValue schema) {
        SchemaReader reader = new SchemaReader(schema);
        return reader.isReadable()
                ? Optional.of(new JsonSchema(schema, reader.references(), reader.patterns()))
                : Optional.empty();
    }

    /// Whether a value obeys.
    ///
    /// @throws X if finding out takes more than there is to spend
    public <X extends Exception> boolean isValid(JsValue value, Effort<X> effort) throws X {
        try {
            return new Validation<>(references, patterns, effort).obeys(root, value);
        } catch (TooDeepException endless) {
            return false;
        }
    }
}
