package dev.understudy.team.account;

import dev.understudy.team.Refusal;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// What somebody fills in to get an account. Blanks around the address and the name are dropped, those in the password
/// are part of it.
public record Registration(String email, String displayName, String password) {

    public static final int SHORTEST_PASSWORD = 10;
    /// Long enough for any sentence, short enough not to keep the server busy with hashing.
    public static final int LONGEST_PASSWORD = 200;

    public static final int LONGEST_NAME = 100;
    /// The longest address that mail can be sent to (RFC 5321, section 4.5.3.1.3, without the angle brackets).
    public static final int LONGEST_EMAIL = 254;

    private static final int FEWEST_DIFFERENT_CHARACTERS = 4;
    private static final Pattern EMAIL_FORM = Pattern.compile("[^\\s@\\p{Cc}\\p{Cs}]+@[^\\s@\\p{Cc}\\p{Cs}]+");
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Cs}]");

    public Registration {
        email = email.strip();
        displayName = displayName.strip();
    }

    /// The first thing that is wrong with it.
    Optional<Refusal> problem() {
        if (email.length() > LONGEST_EMAIL || !EMAIL_FORM.matcher(email).matches()) {
            return Optional.of(Refusal.EMAIL_INVALID);
        }
        return problemOfName(displayName).or(() -> problemOfPassword(password, email));
    }

    static Optional<Refusal> problemOfName(String name) {
        boolean good = !name.isBlank()
                && name.length() <= LONGEST_NAME
                && !UNPRINTABLE.matcher(name).find();
        return good ? Optional.empty() : Optional.of(Refusal.NAME_INVALID);
    }

    static Optional<Refusal> problemOfPassword(String password, String email) {
        if (password.codePointCount(0, password.length()) < SHORTEST_PASSWORD) {
            return Optional.of(Refusal.PASSWORD_TOO_SHORT);
        }
        if (password.length() > LONGEST_PASSWORD) {
            return Optional.of(Refusal.PASSWORD_TOO_LONG);
        }
        boolean easy = password.toLowerCase(Locale.ROOT).strip().equals(email.toLowerCase(Locale.ROOT))
                || password.codePoints().distinct().count() < FEWEST_DIFFERENT_CHARACTERS;
        if (easy) {
            return Optional.of(Refusal.PASSWORD_TOO_EASY);
        }
        return CommonPasswords.contain(password) ? Optional.of(Refusal.PASSWORD_COMMON) : Optional.empty();
    }
}
