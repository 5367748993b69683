package dev.understudy.template.faker;

import dev.understudy.js.JsValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import net.datafaker.Faker;
import org.jspecify.annotations.Nullable;

/// The lists of words of one locale: our own, and Datafaker's, each read on first use and kept. Any thread may ask.
final class WordLists {

    private static final Map<String, WordLists> BY_LOCALE = new ConcurrentHashMap<>();
    private static final int MAX_NESTING = 6;

    private final Faker data;
    private final Map<String, List<Phrase>> phrases = new ConcurrentHashMap<>();

    private WordLists(String locale) {
        data = new Faker(locale.equals("en_AU_ocker") ? Locale.of("en-au-ocker") : tag(locale));
    }

    /// Of a locale by its name in faker-js, such as `de_AT`; what it has not is English.
    static WordLists of(String locale) {
        return BY_LOCALE.computeIfAbsent(locale, WordLists::new);
    }

    private static Locale tag(String locale) {
        return Locale.forLanguageTag(locale.replace("sr_RS_latin", "sr_RS").replace('_', '-'));
    }

    /// One of a list, with what it refers to put in its places.
    String pick(String key, Chance chance) {
        return resolved(chance.pick(phrases(key)), chance, 0);
    }

    /// One of our own list of things.
    JsValue thing(String key, Chance chance) {
        return chance.pick(OwnWords.things(key));
    }

    private String resolved(Phrase phrase, Chance chance, int nesting) {
        if (phrase.isPlain()) {
            return phrase.text();
        }
        StringBuilder out = new StringBuilder();
        for (Phrase.Part part : phrase.parts()) {
            switch (part) {
                case Phrase.Plain(String text) -> out.append(text);
                case Phrase.Reference(String key) -> {
                    if (nesting < MAX_NESTING) {
                        out.append(resolved(chance.pick(phrases(key)), chance, nesting + 1));
                    }
                }
            }
        }
        return out.toString();
    }

    private List<Phrase> phrases(String key) {
        List<Phrase> known = phrases.get(key);
        if (known == null) {
            known = load(key);
            phrases.put(key, known);
        }
        return known;
    }

    private List<Phrase> load(String key) {
        Optional<List<String>> own = OwnWords.texts(key);
        List<Phrase> found = own.isPresent() ? Phrase.all(key, own.get()) : Phrase.all(key, fetched(key));
        List<Phrase> usable = found.stream().filter(this::isUsable).toList();
        if (usable.isEmpty()) {
            throw new IllegalStateException("There are no words for " + key);
        }
        return usable;
    }

    /// Whether all that a phrase refers to is there: Datafaker's expressions can call methods, too.
    private boolean isUsable(Phrase phrase) {
        return phrase.parts().stream()
                .allMatch(part -> !(part instanceof Phrase.Reference(String key))
                        || OwnWords.texts(key).isPresent()
                        || !fetched(key).isEmpty());
    }

    /// Datafaker's list; empty if it has none.
    private List<String> fetched(String key) {
        try {
            Object value = data.fakeValuesService().fetchObject(key, data.getContext());
            return flat(value);
        } catch (RuntimeException absent) {
            return List.of();
        }
    }

    private static List<String> flat(@Nullable Object value) {
        return switch (value) {
            case null -> List.of();
            case List<?> list -> {
                List<String> texts = new ArrayList<>();
                list.forEach(item -> texts.addAll(flat(item)));
                yield texts;
            }
            case String text -> List.of(text);
            default -> List.of();
        };
    }
}
