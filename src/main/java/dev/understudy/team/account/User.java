package dev.understudy.team.account;

import dev.understudy.team.Actor;
import dev.understudy.team.TokenScope;
import dev.understudy.team.UserId;

/// Somebody with an account.
public record User(UserId id, String email, String displayName) {

    /// This person acting at a browser.
    public Actor atBrowser() {
        return new Actor(id, displayName, email, TokenScope.all());
    }
}
