package dev.understudy.hosting.admin;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Who may use the admin API: whoever knows the token. Any thread may call it.
final class AdminToken {

    private static final Pattern BEARER = Pattern.compile("\\s*bearer\\s+(\\S+)\\s*", Pattern.CASE_INSENSITIVE);

    private final Optional<byte[]> token;

    /// @param token empty if nobody may
    AdminToken(Optional<String> token) {
        this.token = token.map(AdminToken::bytes);
    }

    boolean isIn(String authorization) {
        Matcher matcher = BEARER.matcher(authorization);
        return matcher.matches() && is(matcher.group(1));
    }

    /// Takes the same time whatever is wrong.
    boolean is(String given) {
        return token.isPresent() && MessageDigest.isEqual(token.get(), bytes(given));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
