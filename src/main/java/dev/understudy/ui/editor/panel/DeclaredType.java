package dev.understudy.ui.editor.panel;

import dev.understudy.environment.Environment;
import dev.understudy.environment.NodeId;
import dev.understudy.environment.Schema;
import dev.understudy.environment.Slot;
import java.util.Locale;
import java.util.Optional;

/// What a response says its body is, and where that is written. Pure.
///
/// @param value the header's value; empty if nobody says
/// @param origin "response" or "environment"; empty if nobody says
public record DeclaredType(String value, String origin) {

    private static final String HEADER = "content-type";

    public static DeclaredType of(Environment environment, NodeId response) {
        return header(environment, response)
                .map(value -> new DeclaredType(value, "response"))
                .or(() -> header(environment, environment.root().id())
                        .map(value -> new DeclaredType(value, "environment")))
                .orElse(new DeclaredType("", ""));
    }

    /// The name of the highlighting for it.
    public String language() {
        String type = value.toLowerCase(Locale.ROOT).split(";", 2)[0].strip();
        if (type.isEmpty() || type.endsWith("/json") || type.endsWith("+json")) {
            return "json";
        }
        if (type.equals("text/html") || type.equals("application/xhtml+xml")) {
            return "html";
        }
        if (type.endsWith("/xml") || type.endsWith("+xml")) {
            return "xml";
        }
        if (type.equals("text/css")) {
            return "css";
        }
        return type.endsWith("/javascript") ? "javascript" : "text";
    }

    /// The name of [#language] for people.
    public String languageLabel() {
        return switch (language()) {
            case "json" -> "JSON";
            case "html" -> "HTML";
            case "xml" -> "XML";
            case "css" -> "CSS";
            case "javascript" -> "JavaScript";
            default -> "Text";
        };
    }

    private static Optional<String> header(Environment environment, NodeId parent) {
        return environment.children(parent, Slot.HEADERS).stream()
                .filter(header -> header.get(Schema.HEADER_KEY).strip().equalsIgnoreCase(HEADER))
                .map(header -> header.get(Schema.HEADER_VALUE))
                .filter(value -> !value.isBlank())
                .findFirst();
    }

    /// As the status bar has it: "Content-Type application/json (environment)".
    public String sentence() {
        return value.isEmpty() ? "No Content-Type" : "Content-Type %s (%s)".formatted(value, origin);
    }
}
