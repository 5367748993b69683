package dev.understudy.template.scope;

import dev.understudy.js.JsObject;
import dev.understudy.js.JsValue;
import java.util.Optional;

/// The request, as templates see it.
public interface RequestView {

    /// In upper case.
    String method();

    String hostname();

    String ip();

    /// Scheme, host, port and prefix, as a client would have to write them.
    String baseUrl();

    /// The body as it came, decoded as UTF-8.
    String bodyText();

    /// The parsed body; undefined if it is of no type that is parsed, or malformed.
    JsValue body();

    JsObject query();

    /// What the path captured: texts, and arrays of texts for wildcards.
    JsObject params();

    /// By names in lower case; of several headers of one name the values are joined.
    JsObject headers();

    /// The value of a header; empty if there is none.
    Optional<String> header(String name);

    JsObject cookies();
}
