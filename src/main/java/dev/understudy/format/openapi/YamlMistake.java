package dev.understudy.format.openapi;

import static dev.understudy.format.mistake.Rewording.known;

import dev.understudy.format.mistake.Rewording;

/// Says in plain words what the parser found wrong with a YAML text. Pure.
final class YamlMistake {

    private static final Rewording KNOWN = Rewording.of(
            known(".*found '?<stream end>'?.*", "it ends where something should still follow"),
            known("found unexpected end of stream.*", "a text that begins with a quote never ends"),
            known("expected the node content.*", "a value is missing"),
            known("expected <block end>.*", "the indentation does not fit what stands above"),
            known("mapping values are not allowed here.*", "a colon can't stand here. Put the text in quotes"),
            known("could not find expected ':'.*", "a colon is missing after a name"),
            known("expected ',' or '(.)'.*", "a comma or “$1” is missing"),
            known("found character '?(\\\\t|\t|TAB)'?.*", "a tab stands where only spaces may stand"),
            known("found character '?([^' ]+)'? .*", "a text can't begin with “$1”. Put it in quotes"));

    private static final String ANYTHING = "something here can't be read";

    private YamlMistake() {}

    /// @param told the parser's own words
    static String words(String told) {
        return KNOWN.words(told).orElse(ANYTHING);
    }
}
