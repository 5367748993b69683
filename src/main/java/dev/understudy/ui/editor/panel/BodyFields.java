package dev.understudy.ui.editor.panel;

import dev.understudy.environment.BodyKind;
import dev.understudy.environment.Field;
import dev.understudy.environment.Problem;
import dev.understudy.environment.Schema;
import java.util.stream.Stream;

/// What the parts of a body are called, at a response and at a callback.
///
/// @param source where it comes from
/// @param bucket the id of the data bucket that it is
/// @param file the path of the file that it is
/// @param asBody whether the file is the body itself, not something that comes with it
record BodyFields(
        Field<BodyKind> source, Field<String> text, Field<String> bucket, Field<String> file, Field<Boolean> asBody) {

    static final BodyFields OF_RESPONSE = new BodyFields(
            Schema.RESPONSE_BODY_TYPE,
            Schema.RESPONSE_BODY,
            Schema.RESPONSE_BUCKET,
            Schema.RESPONSE_FILE,
            Schema.RESPONSE_FILE_AS_BODY);

    static final BodyFields OF_CALLBACK = new BodyFields(
            Schema.CALLBACK_BODY_TYPE,
            Schema.CALLBACK_BODY,
            Schema.CALLBACK_BUCKET,
            Schema.CALLBACK_FILE,
            Schema.CALLBACK_FILE_AS_BODY);

    /// Whether a problem is about the text or the path of the file, and is told there.
    boolean isToldThere(Problem problem) {
        return problem.field().equals(file.key()) || problem.field().equals(text.key());
    }

    /// Whether a field, by its key, is one of these.
    boolean has(String key) {
        return Stream.of(source, text, bucket, file, asBody).map(Field::key).anyMatch(key::equals);
    }
}
