package dev.understudy.mock.rule;

import dev.understudy.js.Conversions;
import dev.understudy.js.JsValue;
import dev.understudy.js.ObjectPath;
import dev.understudy.js.schema.JsonSchema;
import dev.understudy.template.scope.Budget;
import dev.understudy.template.scope.TemplateException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Checks values against the JSON schema at one place of the buckets. Reads the schema again only when it has
/// changed; any thread may ask it.
final class SchemaRule {

    private record Read(JsValue value, Optional<JsonSchema> schema) {}

    /// Characters of a schema that are read for one step.
    private static final int PER_STEP = 16;

    private final ObjectPath path;
    private volatile @Nullable Read last;

    SchemaRule(String path) {
        this.path = ObjectPath.parse(path);
    }

    boolean isValid(RuleSubject subject, JsValue value) throws TemplateException {
        JsValue schema = path.get(subject.buckets());
        if (!Conversions.isTruthy(schema)) {
            return false;
        }
        Optional<JsonSchema> read = read(schema, subject.budget());
        return read.isPresent() && read.get().isValid(value, subject.budget()::step);
    }

    @SuppressWarnings("ReferenceEquality") // a change of a bucket puts another value in its place
    private Optional<JsonSchema> read(JsValue schema, Budget budget) throws TemplateException {
        Read known = last;
        if (known == null || known.value() != schema) {
            budget.step(schema.weight() / PER_STEP);
            known = new Read(schema, JsonSchema.read(schema));
            last = known;
        }
        return known.schema();
    }
}
