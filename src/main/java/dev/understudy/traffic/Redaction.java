package dev.understudy.traffic;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
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
    private static final Set<String> SECRET = Set.of(
            "cookie",
            "set-cookie",
            "x-api-key",
            "api-key",
            "x-auth-token",
            "x-access-token",
            "x-amz-security-token",
            "x-csrf-token",
            "x-gitlab-token",
            "x-session-token",
            "x-vault-token",
            "x-xsrf-token",
            "private-token",
            "ocp-apim-subscription-key");

    /// Headers that name an address.
    private static final Set<String> ADDRESS = Set.of("location", "content-location", "referer");

    /// Shorter ones stand in texts by chance.
    private static final int MIN_SECRET = 4;

    private static final String CUT = "…";

    /// Stands for what is taken out until all is, so that no secret is found in that; no text has it.
    private static final String HOLE = "\uFFFF";

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
        return of(text, secrets, Optional.of(CUT));
    }

    /// The same.
    ///
    /// @param cut what stands at the end of a text that was cut; empty if it was not
    static String of(String text, List<String> secrets, Optional<String> cut) {
        List<String> longestFirst = secrets.stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
        String safe = text;
        for (String secret : longestFirst) {
            safe = safe.replace(secret, HOLE);
        }
        if (cut.isPresent() && safe.endsWith(cut.get())) {
            safe = withoutStart(safe, safe.length() - cut.get().length(), secrets);
        }
        return safe.replace(HOLE, REDACTED);
    }

    /// Without the start of a secret that ends at a place, and what comes after.
    private static String withoutStart(String text, int end, List<String> secrets) {
        int most = secrets.stream()
                .mapToInt(secret -> overlap(text, end, secret))
                .max()
                .orElse(0);
        return most < MIN_SECRET ? text : text.substring(0, end - most) + HOLE;
    }

    /// The length of the longest start of a word, but not all of it, that ends at a place of a text; in linear time
    /// (Knuth, Morris, Pratt).
    private static int overlap(String text, int end, String word) {
        int[] shorter = new int[word.length()];
        int matched = 0;
        for (int at = 1; at < word.length(); at++) {
            matched = further(word, shorter, matched, word.charAt(at));
            shorter[at] = matched;
        }
        matched = 0;
        for (int at = Math.max(0, end - word.length() + 1); at < end; at++) {
            matched = further(word, shorter, matched, text.charAt(at));
        }
        return matched;
    }

    private static int further(String word, int[] shorter, int matched, char next) {
        int now = matched;
        while (now > 0 && word.charAt(now) != next) {
            now = shorter[now - 1];
        }
        return word.charAt(now) == next ? now + 1 : now;
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
        if (name.equals("set-cookie")) {
            String pair = value.split(";", 2)[0];
            return Stream.of(value, pair.substring(pair.indexOf('=') + 1).strip());
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
