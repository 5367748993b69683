package dev.understudy.why;

import dev.understudy.environment.RuleOperator;
import dev.understudy.environment.RuleTarget;
import java.util.Optional;

/// A rule, and what came of it for one request.
///
/// @param name of the property, header, parameter … that it looks at; empty if there is none
/// @param value as its author wrote it, cut as the name is
/// @param compared what it looked at then, cut and without secrets; empty if there was nothing, or nobody looked
/// @param held empty if nobody looked, since others decided before
public record Check(
        RuleTarget target,
        String name,
        RuleOperator operator,
        String value,
        boolean inverted,
        Optional<String> compared,
        Optional<Boolean> held) {}
