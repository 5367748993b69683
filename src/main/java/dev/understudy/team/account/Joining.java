package dev.understudy.team.account;

import dev.understudy.team.Answer;
import dev.understudy.team.Invitations;
import dev.understudy.team.TeamId;
import org.springframework.stereotype.Component;

/// Lets somebody without an account into a team by the link of an invitation: the account and the membership come
/// together or not at all. Any thread may call it.
@Component
public final class Joining {

    private final Invitations invitations;
    private final Users users;

    public Joining(Invitations invitations, Users users) {
        this.invitations = invitations;
        this.users = users;
    }

    /// Opens the account and the membership.
    /// @param secret the one in the link
    public Answer<TeamId> join(String secret, Registration registration) {
        return invitations.accept(secret, transaction -> users.register(transaction, registration));
    }
}
