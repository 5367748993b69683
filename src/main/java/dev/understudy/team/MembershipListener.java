package dev.understudy.team;

/// Told, after the commit and on the thread that made it, that somebody's place in a team is another one: a new role,
/// in, or out. What they may do from now on is found by looking it up again.
public interface MembershipListener {

    void membershipChanged(TeamId team, UserId user);
}
