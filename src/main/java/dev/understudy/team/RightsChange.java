package dev.understudy.team;

import dev.understudy.environment.EnvironmentId;

/// One line of the [RightsLog]: whose rights may be others than before. What they are now is found by looking them up.
public sealed interface RightsChange {

    /// Somebody came into a team, got another role there, or left it.
    record OfMember(TeamId team, UserId user) implements RightsChange {}

    /// Somebody has another name or password, signed out everywhere, or lost a token.
    record OfAccount(UserId user) implements RightsChange {}

    /// An environment was put in the trash, taken out of it, or deleted for good.
    record OfEnvironment(EnvironmentId environment) implements RightsChange {}

    /// So much happened, or so long ago, that nobody can say what it was.
    record OfAnything() implements RightsChange {}

    /// Whether the access may be another one now, or none.
    default boolean concerns(Access access) {
        return switch (this) {
            case OfMember(TeamId team, UserId user) ->
                team.equals(access.team()) && user.equals(access.actor().user());
            case OfAccount(UserId user) -> user.equals(access.actor().user());
            case OfEnvironment(EnvironmentId environment) -> environment.equals(access.environment());
            case OfAnything() -> true;
        };
    }

    /// Whether this person may be in other teams now, or be something else there.
    default boolean concernsMemberships(UserId of) {
        return switch (this) {
            case OfMember(TeamId _, UserId user) -> user.equals(of);
            case OfAnything() -> true;
            case OfAccount _, OfEnvironment _ -> false;
        };
    }

    /// Whether the team may have other members now.
    default boolean concernsMembers(TeamId of) {
        return switch (this) {
            case OfMember(TeamId team, UserId _) -> team.equals(of);
            case OfAnything() -> true;
            case OfAccount _, OfEnvironment _ -> false;
        };
    }

    /// Whether something of this person's account may have ended: sessions or tokens.
    default boolean concernsAccount(UserId of) {
        return switch (this) {
            case OfAccount(UserId user) -> user.equals(of);
            case OfAnything() -> true;
            case OfMember _, OfEnvironment _ -> false;
        };
    }
}
