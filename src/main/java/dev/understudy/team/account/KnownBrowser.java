package dev.understudy.team.account;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// What a browser keeps when somebody has signed in with it: a number, and proof that this server gave it for this
/// account. It opens nothing; it only tells a guess of a browser known to the owner from those of strangers. The proof
/// is made with the stored hash of the password, so it needs no place of its own, and a new password ends it.
final class KnownBrowser {

    private static final String ALGORITHM = "HmacSHA256";
    private static final Pattern FORM = Pattern.compile("([0-9A-Za-z]{20,100})\\.([0-9a-f]{64})");

    private KnownBrowser() {}

    static String pass(UserStore.Credentials account, String number) {
        return number + "." + proof(account, number);
    }

    /// The number in a pass, if the pass is one for this account.
    static Optional<String> number(UserStore.Credentials account, String pass) {
        Matcher parts = FORM.matcher(pass);
        return parts.matches() && MessageDigest.isEqual(bytes(parts.group(2)), bytes(proof(account, parts.group(1))))
                ? Optional.of(parts.group(1))
                : Optional.empty();
    }

    private static String proof(UserStore.Credentials account, String number) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(bytes("known browser " + account.passwordHash()), ALGORITHM));
            return HexFormat.of().formatHex(mac.doFinal(bytes(account.user().id() + " " + number)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java platform has " + ALGORITHM, impossible);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
