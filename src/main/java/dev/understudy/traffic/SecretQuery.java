package dev.understudy.traffic;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Parameters of queries by whose names credentials are sent as a rule. Pure.
final class SecretQuery {

    /// Without brackets, so that it may stand in an address.
    static final String REDACTED = "REDACTED";

    private static final Set<String> NAMES = Set.of(
            "token",
            "accesstoken",
            "refreshtoken",
            "idtoken",
            "authtoken",
            "apikey",
            "key",
            "password",
            "passwd",
            "passphrase",
            "pwd",
            "secret",
            "clientsecret",
            "jwt",
            "otp",
            "sid",
            "sessionid",
            "sig",
            "signature",
            "xamzcredential",
            "xamzsecuritytoken",
            "xamzsignature");

    private SecretQuery() {}

    /// Whether what is sent by this name is a secret, whatever the letters, dashes and underscores.
    static boolean isSecret(String name) {
        return NAMES.contains(
                decoded(name).toLowerCase(Locale.ROOT).replace("_", "").replace("-", ""));
    }

    /// The same query with no value of such a parameter. Otherwise as it came.
    static String of(String query) {
        if (query.indexOf('=') < 0) {
            return query;
        }
        return Arrays.stream(query.split("&", -1)).map(SecretQuery::pair).collect(Collectors.joining("&"));
    }

    /// The values of such parameters, as they came.
    static Stream<String> values(String query) {
        List<String> pairs = query.indexOf('=') < 0 ? List.of() : List.of(query.split("&", -1));
        return pairs.stream().filter(pair -> isSecret(name(pair))).map(pair -> pair.substring(pair.indexOf('=') + 1));
    }

    /// The query of an address without such values, if it has one.
    static String ofAddress(String address) {
        int question = address.indexOf('?');
        if (question < 0) {
            return address;
        }
        int hash = address.indexOf('#', question);
        int end = hash < 0 ? address.length() : hash;
        return address.substring(0, question + 1) + of(address.substring(question + 1, end)) + address.substring(end);
    }

    /// The query of an address.
    static String ofThe(String address) {
        int question = address.indexOf('?');
        int hash = address.indexOf('#', question + 1);
        return question < 0 ? "" : address.substring(question + 1, hash < 0 ? address.length() : hash);
    }

    private static String pair(String pair) {
        int equals = pair.indexOf('=');
        boolean hidden = equals >= 0 && equals < pair.length() - 1 && isSecret(name(pair));
        return hidden ? pair.substring(0, equals + 1) + REDACTED : pair;
    }

    private static String name(String pair) {
        int equals = pair.indexOf('=');
        return equals < 0 ? "" : pair.substring(0, equals);
    }

    private static String decoded(String name) {
        try {
            return URLDecoder.decode(name, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            return name;
        }
    }
}
