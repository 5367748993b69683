package dev.understudy.environment;

/// How the rules of a response combine.
public enum RuleLogic implements Choosable {
    /// One that holds is enough.
    OR,
    /// All must hold.
    AND
}
