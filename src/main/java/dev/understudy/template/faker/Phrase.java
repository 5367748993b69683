package dev.understudy.template.faker;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A text of a word list, in which `#{…}` refers to other lists.
record Phrase(String text, List<Part> parts) {

    private static final Pattern REFERENCE = Pattern.compile("#\\{([^}]*)\\}");

    private static final Pattern CAPITAL = Pattern.compile("(?<=[a-z0-9])[A-Z]");

    /// A piece of a phrase.
    sealed interface Part {}

    record Plain(String text) implements Part {}

    record Reference(String key) implements Part {}

    /// @param key of the list, whose module references mean if they name none
    static List<Phrase> all(String key, List<String> texts) {
        List<Phrase> phrases = new ArrayList<>();
        for (String text : texts) {
            phrases.add(parse(key, text));
        }
        return List.copyOf(phrases);
    }

    boolean isPlain() {
        return parts.isEmpty();
    }

    /// `Name.firstName` is the list `name.first_name`.
    private static String snake(String name) {
        return CAPITAL.matcher(name).replaceAll("_$0").toLowerCase(Locale.ROOT);
    }

    private static Phrase parse(String key, String text) {
        Matcher references = REFERENCE.matcher(text);
        List<Part> parts = new ArrayList<>();
        int from = 0;
        while (references.find()) {
            parts.add(new Plain(text.substring(from, references.start())));
            String name = snake(references.group(1));
            String module = key.substring(0, Math.max(0, key.indexOf('.')));
            parts.add(new Reference(name.contains(".") ? name : module + "." + name));
            from = references.end();
        }
        if (from > 0) {
            parts.add(new Plain(text.substring(from)));
        }
        return new Phrase(text, parts);
    }
}
