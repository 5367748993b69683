package dev.understudy.team;

/// Every reason for which something about people is refused, with the sentence that tells what to do.
public enum Refusal {
    EMAIL_INVALID(About.EMAIL, "Enter an e-mail address, such as ana@example.org."),
    EMAIL_TAKEN(
            About.EMAIL,
            "There is an account with this e-mail address already. Sign in with it, then open the link again."),
    NAME_INVALID(About.NAME, "Enter a name of 1 to 100 characters."),
    PASSWORD_TOO_SHORT(About.PASSWORD, "Use at least 10 characters."),
    PASSWORD_TOO_LONG(About.PASSWORD, "Use at most 200 characters."),
    PASSWORD_TOO_EASY(About.PASSWORD, "This is too easy to guess. Use something that is not your e-mail address."),
    PASSWORD_COMMON(
            About.PASSWORD,
            "This is one of the passwords that are tried first. Use one of your own, such as a short sentence."),
    PASSWORD_WAIT(About.CURRENT_PASSWORD, "There were too many wrong passwords. Wait a while and try again."),
    PASSWORD_WRONG(About.CURRENT_PASSWORD, "This is not your current password."),
    SIGN_IN_WRONG(About.ALL, "E-mail address or password are not right."),
    LINK_DEAD(About.ALL, "This link has been used or revoked, or it has expired. Ask for a new one."),
    MEMBER_ALREADY(About.ALL, "You are in this team already."),
    MEMBER_GONE(About.ALL, "This person is no longer in the team."),
    LAST_OWNER(About.ALL, "A team needs an owner. Make somebody else an owner first."),
    NO_OWNER_ANY_MORE(About.ALL, "Only an owner of the team can do this, and you are none any more."),
    TOO_MANY_INVITATIONS(About.ALL, "There are 100 open invitations. Revoke some that are not needed."),
    SCOPES_MISSING(About.SCOPES, "Choose at least one thing that the token may do."),
    LIFETIME_INVALID(About.LIFETIME, "Choose a lifetime of 1 to 366 days."),
    TOO_MANY_TOKENS(About.ALL, "You have 50 access tokens. Revoke some that are not needed.");

    /// The part of a form that a refusal belongs to.
    public enum About {
        EMAIL,
        NAME,
        PASSWORD,
        CURRENT_PASSWORD,
        SCOPES,
        LIFETIME,
        /// No single field.
        ALL
    }

    private final About about;
    private final String sentence;

    Refusal(About about, String sentence) {
        this.about = about;
        this.sentence = sentence;
    }

    public About about() {
        return about;
    }

    public String sentence() {
        return sentence;
    }
}
