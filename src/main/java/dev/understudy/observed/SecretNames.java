package dev.understudy.observed;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Names of what may be a credential in a query or a body: such values are never kept.
final class SecretNames {

    private static final Pattern TELLING = Pattern.compile(
            "passw|passphrase|pwd|secret|token|api_?key|access_?key|authori[sz]ation|credential|session|signature");
    private static final Set<String> SHORT = Set.of("key", "sid", "otp", "pin", "cvv", "cvc", "auth", "sig", "jwt");

    private static final Pattern WORDS =
            Pattern.compile("(?<![a-z0-9_])(" + String.join("|", SHORT) + ")(?![a-z0-9_])");

    private SecretNames() {}

    /// Whether such a name stands somewhere in a text.
    static boolean mayBeIn(String text) {
        String folded = text.toLowerCase(Locale.ROOT).replace('-', '_');
        return TELLING.matcher(folded).find() || WORDS.matcher(folded).find();
    }

    /// @param path names between dots; the last one counts
    static boolean include(String path) {
        String name = path.substring(path.lastIndexOf('.') + 1)
                .toLowerCase(Locale.ROOT)
                .replace('-', '_');
        return SHORT.contains(name) || TELLING.matcher(name).find();
    }
}
