package dev.understudy.mock.explain;

import dev.understudy.environment.RuleTarget;

/// Takes out of what a rule saw what must not be shown.
@FunctionalInterface
public interface Secrecy {

    /// The text without secrets.
    ///
    /// @param name of the header, property … that the rule looked at
    String hide(RuleTarget target, String name, String seen);
}
