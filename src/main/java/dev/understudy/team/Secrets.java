package dev.understudy.team;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import org.springframework.stereotype.Component;

/// Makes the secrets that links and tokens carry, and what is stored of them. They are long and drawn by chance, so
/// one round of SHA-256 is enough to make the stored form worthless to a thief; passwords need more than that.
@Component
public final class Secrets {

    /// 40 characters of 62 kinds are 238 bits.
    public static final int LENGTH = 40;

    private static final String DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    private final SecureRandom chance;

    public Secrets(SecureRandom chance) {
        this.chance = chance;
    }

    public String next() {
        StringBuilder secret = new StringBuilder(LENGTH);
        for (int index = 0; index < LENGTH; index++) {
            secret.append(DIGITS.charAt(chance.nextInt(DIGITS.length())));
        }
        return secret.toString();
    }

    public static byte[] hash(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }
}
