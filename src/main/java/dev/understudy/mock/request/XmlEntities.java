package dev.understudy.mock.request;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The five names and the numbers that stand for characters in XML. What a document defines itself is unknown.
final class XmlEntities {

    private static final Map<String, String> NAMED =
            Map.of("amp", "&", "lt", "<", "gt", ">", "quot", "\"", "apos", "'");
    private static final Pattern REFERENCE = Pattern.compile("&([^;&]*+)(;?)");
    private static final Pattern NUMBER =
            Pattern.compile("#(?:0*+([1-9][0-9]{0,6})|[xX]0*+([1-9a-fA-F][0-9a-fA-F]{0,5}))");

    private XmlEntities() {}

    /// The text with the characters that are meant; empty if one is unknown.
    static Optional<String> resolve(String text) {
        if (text.indexOf('&') < 0) {
            return Optional.of(text);
        }
        StringBuilder resolved = new StringBuilder();
        Matcher reference = REFERENCE.matcher(text);
        int at = 0;
        while (reference.find()) {
            Optional<String> character =
                    reference.group(2).isEmpty() ? Optional.empty() : character(reference.group(1));
            if (character.isEmpty()) {
                return Optional.empty();
            }
            resolved.append(text, at, reference.start()).append(character.get());
            at = reference.end();
        }
        return Optional.of(resolved.append(text, at, text.length()).toString());
    }

    private static Optional<String> character(String name) {
        Matcher number = NUMBER.matcher(name);
        if (!number.matches()) {
            return Optional.ofNullable(NAMED.get(name));
        }
        int code = number.group(1) == null ? Integer.parseInt(number.group(2), 16) : Integer.parseInt(number.group(1));
        return Character.isValidCodePoint(code) ? Optional.of(Character.toString(code)) : Optional.empty();
    }
}
