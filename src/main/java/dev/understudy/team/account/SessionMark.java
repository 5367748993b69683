package dev.understudy.team.account;

import dev.understudy.team.Secrets;
import java.io.Serializable;
import java.util.HexFormat;
import java.util.Optional;

/// What a session was opened under: the password, of which it tells nothing but whether it is another, and how often
/// its owner had signed out everywhere until then.
public record SessionMark(String password, int signOuts) implements Serializable {

    /// Why a session is over.
    public enum Ending {
        PASSWORD_CHANGED,
        SIGNED_OUT_EVERYWHERE
    }

    static SessionMark of(String passwordHash, int signOuts) {
        return new SessionMark(HexFormat.of().formatHex(Secrets.hash(passwordHash)), signOuts);
    }

    /// Why a session with this mark is over.
    /// @param now the mark of the account at this moment
    /// @return empty if the session goes on
    public Optional<Ending> ending(SessionMark now) {
        if (!password.equals(now.password)) {
            return Optional.of(Ending.PASSWORD_CHANGED);
        }
        return signOuts == now.signOuts ? Optional.empty() : Optional.of(Ending.SIGNED_OUT_EVERYWHERE);
    }
}
