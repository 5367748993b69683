package dev.understudy.mock.request;

import dev.understudy.js.JsJson;
import dev.understudy.js.JsValue;
import dev.understudy.js.JsValue.Undefined;
import java.util.Locale;

/// Parses bodies of requests.
public final class Bodies {

    private Bodies() {}

    /// What came of a body.
    ///
    /// @param value undefined if it is of no type that is parsed, or malformed
    /// @param malformed whether it is not what its type says
    public record Parsed(JsValue value, boolean malformed) {

        static final Parsed NOTHING = new Parsed(Undefined.UNDEFINED, false);
        static final Parsed MALFORMED = new Parsed(Undefined.UNDEFINED, true);

        static Parsed of(JsValue value) {
            return new Parsed(value, false);
        }
    }

    /// Parses by type.
    ///
    /// @param text the same body, decoded
    public static Parsed parse(String contentType, byte[] body, String text) {
        return switch (BodyType.of(contentType.toLowerCase(Locale.ROOT))) {
            case JSON -> JsJson.parse(text).map(Parsed::of).orElse(Parsed.MALFORMED);
            case FORM -> Parsed.of(FormText.body(text));
            case MULTIPART -> Multipart.parse(contentType, body);
            case XML -> CompactXml.parse(text).map(Parsed::of).orElse(Parsed.MALFORMED);
            case OTHER -> Parsed.NOTHING;
        };
    }
}
