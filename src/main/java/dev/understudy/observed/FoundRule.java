package dev.understudy.observed;

import dev.understudy.environment.RuleTarget;
import java.util.Map;
import java.util.Optional;

/// What must be true of a request.
///
/// @param value what the property is equal to; empty if it must not be there
public record FoundRule(RuleTarget target, String name, Optional<String> value) {

    boolean holds(Map<Property, String> facts) {
        String there = facts.get(new Property(target, name));
        return value.map(wanted -> wanted.equals(there)).orElse(there == null || there.isEmpty());
    }

    /// `id 42`, or `no page`.
    String words() {
        return value.map(text -> text.isEmpty() ? "empty " + name : name + " " + text)
                .orElse("no " + name);
    }
}
