package dev.understudy.ui.editor.traffic;

import dev.understudy.traffic.BodyExcerpt;
import dev.understudy.ui.kit.ByteCount;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Bodies as people read them: JSON with its lines, other texts as they are. Pure.
final class BodyWords {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private BodyWords() {}

    /// What is kept of it; what it is instead, where that is no text.
    static String of(BodyExcerpt body) {
        if (body.length() == 0) {
            return "";
        }
        Optional<String> text = body.text();
        if (text.isEmpty()) {
            return "%s that are no text".formatted(ByteCount.of(body.length()));
        }
        return body.isCut()
                ? text.get() + "\n… of " + ByteCount.of(body.length())
                : pretty(text.get()).orElse(text.get());
    }

    private static Optional<String> pretty(String text) {
        String start = text.stripLeading();
        if (!start.startsWith("{") && !start.startsWith("[")) {
            return Optional.empty();
        }
        try {
            return Optional.of(JSON.readTree(text).toPrettyString());
        } catch (JacksonException _) {
            return Optional.empty();
        }
    }
}
