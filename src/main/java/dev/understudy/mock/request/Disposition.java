package dev.understudy.mock.request;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the `Content-Disposition` of a part of a form says. A part without a proper one is passed over.
///
/// @param name empty if there is none
/// @param filename empty for fields
record Disposition(String name, Optional<String> filename) {

    private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]++";
    private static final Pattern TYPE = Pattern.compile(TOKEN);
    private static final Pattern PARAMETER = Pattern.compile(
            "[ \\t]*+;[ \\t]*+(" + TOKEN + ")=(?:\"((?:[^\"\\\\]|\\\\.)*+)\"|(" + TOKEN + "))|[ \\t]++$");
    private static final Pattern EXTENDED = Pattern.compile("([\\w-]++)'[^']*+'(.++)");
    private static final Pattern ESCAPED = Pattern.compile("\\\\([\"\\\\])");

    /// Empty if it is of another type, or malformed.
    static Optional<Disposition> parse(String header) {
        Matcher type = TYPE.matcher(header);
        if (!type.lookingAt() || !type.group().toLowerCase(Locale.ROOT).equals("form-data")) {
            return Optional.empty();
        }
        Map<String, String> parameters = new HashMap<>();
        Matcher parameter = PARAMETER.matcher(header);
        int at = type.end();
        while (at < header.length()) {
            if (!parameter.region(at, header.length()).lookingAt()) {
                return Optional.empty();
            }
            at = parameter.end();
            if (parameter.group(1) != null) {
                String given = parameter.group(2) == null
                        ? parameter.group(3)
                        : ESCAPED.matcher(parameter.group(2)).replaceAll("$1");
                parameters.putIfAbsent(parameter.group(1).toLowerCase(Locale.ROOT), given);
            }
        }
        Optional<String> filename = Optional.ofNullable(parameters.get("filename*"))
                .flatMap(Disposition::extended)
                .or(() -> Optional.ofNullable(parameters.get("filename")))
                .filter(given -> !given.isEmpty());
        return Optional.of(new Disposition(parameters.getOrDefault("name", ""), filename));
    }

    /// A value such as `utf-8''%E2%82%AC`.
    private static Optional<String> extended(String value) {
        Matcher parts = EXTENDED.matcher(value);
        if (!parts.matches() || !Charset.isSupported(parts.group(1))) {
            return Optional.empty();
        }
        String text = parts.group(2);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int at = 0; at < text.length(); at++) {
            boolean escape = text.charAt(at) == '%' && at + 2 < text.length();
            int octet = escape ? hex(text.charAt(at + 1)) * 16 + hex(text.charAt(at + 2)) : -1;
            if (octet >= 0) {
                bytes.write(octet);
                at += 2;
            } else {
                bytes.writeBytes(text.substring(at, at + 1).getBytes(StandardCharsets.UTF_8));
            }
        }
        return Optional.of(bytes.toString(Charset.forName(parts.group(1))));
    }

    /// So far below zero for what is no digit that no pair with it is a number.
    private static int hex(char digit) {
        int value = Character.digit(digit, 16);
        return value < 0 ? -1000 : value;
    }
}
