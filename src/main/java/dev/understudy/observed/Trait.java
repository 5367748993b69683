package dev.understudy.observed;

import dev.understudy.environment.RuleTarget;

/// Something that tells a request from others, in the words of a rule.
///
/// @param target the query or the body
/// @param name the property, as rules have it
/// @param value what it is equal to
public record Trait(RuleTarget target, String name, String value) {}
