package dev.understudy.observed;

import dev.understudy.environment.RuleLogic;
import java.util.List;

/// A response that a route gets.
///
/// @param rules none if it answers everything
/// @param isDefault whether it also answers what nobody has asked so far
public record FoundResponse(Answer answer, List<FoundRule> rules, RuleLogic logic, boolean isDefault, String label) {

    public FoundResponse {
        rules = List.copyOf(rules);
    }
}
