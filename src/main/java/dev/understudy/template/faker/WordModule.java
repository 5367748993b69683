package dev.understudy.template.faker;

import static java.util.Map.entry;

import dev.understudy.js.JsValue;
import dev.understudy.js.JsValue.Num;
import dev.understudy.js.JsValue.Text;
import dev.understudy.template.scope.TemplateException;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;

/// The modules `lorem` and `word`, and phrases of others.
final class WordModule {

    private static final int TRIES = 100;
    private static final String[] KINDS = {
        "word.adjective",
        "word.adverb",
        "word.conjunction",
        "word.interjection",
        "word.noun",
        "word.preposition",
        "word.verb"
    };

    static final Map<String, FakerMethod> METHODS = Map.ofEntries(
            entry("lorem.word", ask -> sized(ask, "lorem.words")),
            entry("lorem.words", ask -> ask.make(words(ask, ask.count("wordCount", 3, 3)))),
            entry("lorem.sentence", ask -> ask.make(sentence(ask, ask.count("wordCount", 3, 10)))),
            entry(
                    "lorem.sentences",
                    ask -> joined(ask, ask.count("sentenceCount", 2, 6), " ", (one, _) -> sentence(one))),
            entry("lorem.paragraph", ask -> ask.make(paragraph(ask, ask.count("sentenceCount", 3, 3)))),
            entry(
                    "lorem.paragraphs",
                    ask -> joined(ask, ask.count("paragraphCount", 3, 3), "\n", (one, _) -> paragraph(one, 3))),
            entry("lorem.lines", ask -> lines(ask, ask.count("lineCount", 1, 5), "\n")),
            entry(
                    "lorem.slug",
                    ask -> ask.make(words(ask, ask.count("wordCount", 3, 3)).replace(' ', '-'))),
            entry("lorem.text", ask -> ask.chance().happens(0.5) ? ask.make(paragraph(ask, 3)) : lines(ask, 4, "\n")),
            entry("word.adjective", ask -> sized(ask, "word.adjective")),
            entry("word.adverb", ask -> sized(ask, "word.adverb")),
            entry("word.conjunction", ask -> sized(ask, "word.conjunction")),
            entry("word.interjection", ask -> sized(ask, "word.interjection")),
            entry("word.noun", ask -> sized(ask, "word.noun")),
            entry("word.preposition", ask -> sized(ask, "word.preposition")),
            entry("word.verb", ask -> sized(ask, "word.verb")),
            entry("word.sample", ask -> sized(ask, KINDS[ask.chance().below(KINDS.length)])),
            entry("word.words", WordModule::samples),
            entry("hacker.phrase", WordModule::phrase),
            entry("food.description", WordModule::dish));

    private WordModule() {}

    /// What makes one piece of a text.
    private interface Piece {
        String of(Ask ask, int count) throws TemplateException;
    }

    private static JsValue sized(Ask ask, String key) throws TemplateException {
        JsValue length = ask.argument(0) instanceof Num ? ask.argument(0) : ask.option("length");
        String word = ask.word(key);
        if (!length.isNullish()) {
            int wanted = ask.length(length, word.length());
            for (int i = 0; i < TRIES && word.length() != wanted; i++) {
                word = ask.word(key);
            }
        }
        return new Text(word);
    }

    static String words(Ask ask, int count) {
        StringJoiner out = new StringJoiner(" ");
        for (int i = 0; i < count; i++) {
            out.add(ask.word("lorem.words"));
        }
        return out.toString();
    }

    private static String sentence(Ask ask, int count) {
        String words = words(ask, count);
        return words.isEmpty() ? "." : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1) + ".";
    }

    private static String sentence(Ask ask) {
        return sentence(ask, ask.chance().between(3, 10));
    }

    private static String paragraph(Ask ask, int sentences) throws TemplateException {
        StringJoiner out = new StringJoiner(" ");
        for (int i = 0; i < sentences; i++) {
            String sentence = sentence(ask);
            ask.budget().characters(sentence.length());
            out.add(sentence);
        }
        return out.toString();
    }

    private static JsValue lines(Ask ask, int count, String separator) throws TemplateException {
        return ask.make(paragraphOf(ask, count, separator, (one, _) -> sentence(one)));
    }

    private static JsValue joined(Ask ask, int count, String separator, Piece piece) throws TemplateException {
        String between = ask.argument(1) instanceof Text(String text) ? text : separator;
        return ask.make(paragraphOf(ask, count, between, piece));
    }

    private static String paragraphOf(Ask ask, int count, String separator, Piece piece) throws TemplateException {
        StringJoiner out = new StringJoiner(separator);
        for (int i = 0; i < count; i++) {
            String text = piece.of(ask, ask.chance().between(3, 6));
            ask.budget().characters(text.length() + separator.length());
            out.add(text);
        }
        return out.toString();
    }

    private static JsValue samples(Ask ask) throws TemplateException {
        int count = ask.count("count", 1, 3);
        StringJoiner out = new StringJoiner(" ");
        for (int i = 0; i < count; i++) {
            out.add(ask.word(KINDS[ask.chance().below(KINDS.length)]));
        }
        return ask.make(out.toString());
    }

    private static JsValue phrase(Ask ask) {
        String adjective = ask.word("hacker.adjective");
        String noun = ask.word("hacker.noun");
        String verb = ask.word("hacker.verb");
        String short1 = ask.word("hacker.abbreviation");
        return new Text(
                switch (ask.chance().below(4)) {
                    case 0 -> "We need to " + verb + " the " + adjective + " " + short1 + " " + noun + "!";
                    case 1 ->
                        "Try to " + verb + " the " + short1 + " " + noun + ", maybe it will " + ask.word("hacker.verb")
                                + " the " + adjective + " " + ask.word("hacker.noun") + "!";
                    case 2 ->
                        "You can't " + verb + " the " + noun + " without " + ask.word("hacker.ingverb") + " the "
                                + adjective + " " + short1 + " " + ask.word("hacker.noun") + "!";
                    default ->
                        "Use the " + adjective + " " + short1 + " " + noun + ", then you can " + verb + " the "
                                + ask.word("hacker.adjective") + " " + ask.word("hacker.noun") + "!";
                });
    }

    private static JsValue dish(Ask ask) {
        String adjective = ask.word("food.adjective");
        String start = adjective.substring(0, 1).toUpperCase(Locale.ROOT) + adjective.substring(1);
        return new Text(start + " " + ask.word("food.meat") + " with " + ask.word("food.taste_word") + " "
                + ask.word("food.ingredient") + ", served with " + ask.word("food.vegetable") + " and "
                + ask.word("food.spice") + ".");
    }
}
