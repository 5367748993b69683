package dev.understudy.mock.respond;

import dev.understudy.environment.Environment;
import dev.understudy.environment.Node;
import dev.understudy.environment.Schema;
import dev.understudy.environment.Slot;
import dev.understudy.mock.text.TextTemplate;

/// A callback as a response invokes it, its texts read once.
///
/// @param method in upper case
/// @param wholeFile whether a file is the body, and not a part of a form
/// @param templating whether the texts of bodies and files are rendered
public record CompiledCallback(
        String name,
        String method,
        TextTemplate url,
        HeaderTemplates headers,
        BodySource body,
        boolean wholeFile,
        boolean templating,
        int delayMillis) {

    private static final BodySource.Fields BODY = new BodySource.Fields(
            Schema.CALLBACK_BODY_TYPE, Schema.CALLBACK_BODY, Schema.CALLBACK_BUCKET, Schema.CALLBACK_FILE);

    /// Reads the texts of a callback.
    ///
    /// @param templating whether the response renders texts
    public static CompiledCallback of(Environment environment, Node callback, int delayMillis, boolean templating) {
        return new CompiledCallback(
                callback.get(Schema.CALLBACK_NAME),
                callback.get(Schema.CALLBACK_METHOD).verb(),
                TextTemplate.of(callback.get(Schema.CALLBACK_URI)),
                new HeaderTemplates(EnvironmentDefaults.headers(environment.children(callback.id(), Slot.HEADERS))),
                BODY.read(callback, templating),
                callback.get(Schema.CALLBACK_FILE_AS_BODY),
                templating,
                Math.max(0, delayMillis));
    }

    boolean hasBody() {
        return method.equals("POST") || method.equals("PUT") || method.equals("PATCH");
    }
}
