package dev.understudy.traffic;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Takes secrets out of headers and queries before they are shown, and out of all that is known of an exchange before
/// it is stored. Pure.
public final class Redaction {

    static final String REDACTED = "[REDACTED]";
    private static final Set<String> WITH_SCHEME = Set.of("authorization", "proxy-authorization");
    private static final Set<String> SECRET = Set.of("cookie", "set-cookie", "x-api-key", "api-key", "x-auth-token");

    /// Headers that name an address.
    private static final Set<String> ADDRESS = Set.of("location", "content-location", "referer");

    /// Shorter ones stand in texts by chance.
    private static final int MIN_SECRET = 4;

    private static final String CUT = "…";
    private static final Pattern SPACES = Pattern.compile("\\s+");

    private Redaction() {}

    /// Whether what a thief could use was taken out of it already.
    public static boolean isMasked(HeaderLine header) {
        return header.value().contains(REDACTED) && of(header).equals(header);
    }

    /// The same headers without what a thief could use.
    public static List<HeaderLine> of(List<HeaderLine> headers) {
        return headers.stream().map(Redaction::of).toList();
    }

    /// The same query without what a thief could use: values that are sent by names such as `token`.
    public static String query(String query) {
        return SecretQuery.of(query);
    }

    /// The same address without what a thief could use in its query.
    public static String address(String address) {
        return SecretQuery.ofAddress(address);
    }

    /// Whether a part of a query, `name=value`, has lost its value that way.
    public static boolean isMasked(String pair) {
        int equals = pair.indexOf('=');
        return equals >= 0
                && pair.substring(equals + 1).equals(SecretQuery.REDACTED)
                && SecretQuery.isSecret(pair.substring(0, equals));
    }

    /// Whether something was taken out of a text.
    public static boolean isGapped(String text) {
        return text.contains(REDACTED);
    }

    /// What was asked for, path and query, without what a thief could use.
    public static String target(Exchange exchange) {
        return exchange.path() + (exchange.query().isEmpty() ? "" : "?" + query(exchange.query()));
    }

    /// All that is known of an exchange without what a thief could use, wherever it stands.
    ///
    /// @param bodyBytes that are kept of each body
    public static Exchange of(Exchange exchange, int bodyBytes) {
        return Unsecret.of(exchange, bodyBytes);
    }

    /// What a parameter of a query may be shown to have been.
    public static String parameter(String name, String value) {
        return SecretQuery.isSecret(name) ? REDACTED : value;
    }

    /// What a thief could use of a request, for taking it out of other texts.
    public static List<String> secrets(List<HeaderLine> headers, String query) {
        return Stream.concat(secrets(headers).stream(), spelled(SecretQuery.values(query)))
                .distinct()
                .toList();
    }

    /// What a thief could use of headers, for taking it out of other texts: credentials, keys, values of cookies.
    public static List<String> secrets(List<HeaderLine> headers) {
        return spelled(headers.stream().flatMap(Redaction::secrets)).distinct().toList();
    }

    private static Stream<String> spelled(Stream<String> secrets) {
        return secrets.flatMap(Redaction::spellings).filter(secret -> secret.length() >= MIN_SECRET);
    }

    /// A text without these secrets. Where it was cut in the midst of one, the rest of it goes as well.
    public static String of(String text, List<String> secrets) {
        String safe = text;
        for (String secret : secrets) {
            safe = safe.replace(secret, REDACTED);
            for (int length = secret.length() - 1; length >= MIN_SECRET; length--) {
                String start = secret.substring(0, length) + CUT;
                if (safe.endsWith(start)) {
                    safe = safe.substring(0, safe.length() - start.length()) + REDACTED;
                }
            }
        }
        return safe;
    }

    private static Stream<String> secrets(HeaderLine header) {
        String name = header.name().toLowerCase(Locale.ROOT);
        String value = header.value().strip();
        if (WITH_SCHEME.contains(name)) {
            String[] words = SPACES.split(value, 2);
            return Stream.of(words[words.length - 1]);
        }
        if (name.equals("cookie")) {
            return Stream.concat(
                    Stream.of(value),
                    Arrays.stream(value.split(";"))
                            .map(pair -> pair.substring(pair.indexOf('=') + 1).strip()));
        }
        return SECRET.contains(name) ? Stream.of(value) : Stream.empty();
    }

    /// As templates may change it: decoded, or in other letters.
    private static Stream<String> spellings(String secret) {
        List<String> all = new ArrayList<>(List.of(secret));
        decoded(secret).ifPresent(all::add);
        credentials(secret).ifPresent(text -> {
            all.add(text);
            all.add(text.substring(text.indexOf(':') + 1));
        });
        return all.stream()
                .flatMap(text -> Stream.of(text, text.toLowerCase(Locale.ROOT), text.toUpperCase(Locale.ROOT)));
    }

    private static Optional<String> decoded(String secret) {
        try {
            return Optional.of(URLDecoder.decode(secret, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /// Of the scheme Basic: the name, a colon, the password.
    private static Optional<String> credentials(String secret) {
        try {
            return Optional.of(new String(Base64.getDecoder().decode(secret), StandardCharsets.UTF_8))
                    .filter(text -> text.indexOf(':') >= 0);
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /// A header without what a thief could use.
    public static HeaderLine of(HeaderLine header) {
        String name = header.name().toLowerCase(Locale.ROOT);
        if (SECRET.contains(name)) {
            return new HeaderLine(header.name(), REDACTED);
        }
        if (ADDRESS.contains(name)) {
            return new HeaderLine(header.name(), SecretQuery.ofAddress(header.value()));
        }
        if (!WITH_SCHEME.contains(name)) {
            return header;
        }
        String[] words = SPACES.split(header.value().strip(), 2);
        return new HeaderLine(header.name(), words.length == 2 ? words[0] + " " + REDACTED : REDACTED);
    }
}
