package dev.understudy.format.openapi;

import dev.understudy.js.Conversions;
import dev.understudy.js.JsArray;
import dev.understudy.js.JsObject;
import dev.understudy.js.JsValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The media types that a response can have.
///
/// @param names in the order of the description
record MediaTypes(List<String> names) {

    private static final String JSON = "application/json";
    private static final String APPLICATION = "application/";
    private static final String SUFFIX = "+json";

    /// Those of a response in OpenAPI 3.
    static MediaTypes of(JsObject response) {
        return new MediaTypes(
                List.copyOf(LenientValues.object(response.get("content")).names()));
    }

    /// Those of all responses of an operation in Swagger 2: what it produces, for want of that what it consumes, and
    /// for want of both what the whole API does.
    static MediaTypes of(JsObject operation, JsObject description) {
        for (JsValue list : List.of(
                operation.get("produces"),
                operation.get("consumes"),
                description.get("produces"),
                description.get("consumes"))) {
            if (list instanceof JsArray types) {
                return new MediaTypes(texts(types));
            }
            if (list instanceof JsValue.Text(String type) && !type.isEmpty()) {
                return new MediaTypes(List.of(type));
            }
        }
        return new MediaTypes(List.of());
    }

    /// The value of the header that tells the type.
    String header() {
        return names.isEmpty() || names.contains(JSON) ? JSON : names.getFirst();
    }

    /// The first that is JSON, by name or by suffix.
    Optional<String> json() {
        return names.stream().filter(MediaTypes::isJson).findFirst();
    }

    private static boolean isJson(String name) {
        String type = name.toLowerCase(Locale.ROOT);
        int application = type.indexOf(APPLICATION);
        return type.contains(JSON)
                || (application >= 0 && type.indexOf(SUFFIX, application + APPLICATION.length()) >= 0);
    }

    private static List<String> texts(JsArray types) {
        List<String> texts = new ArrayList<>();
        for (JsValue type : types.values()) {
            if (type instanceof JsValue.Text && Conversions.isTruthy(type)) {
                texts.add(LenientValues.text(type));
            }
        }
        return texts;
    }
}
