package dev.understudy.mock.rule;

import dev.understudy.template.TemplateException;
import java.util.List;

/// The rules of one response.
///
/// @param all whether all have to hold, and not just one
public record Rules(List<Rule> rules, boolean all) {

    boolean isCheap() {
        return rules.stream().allMatch(Rule::isCheap);
    }

    /// Never without rules.
    boolean hold(RuleSubject subject) throws TemplateException {
        for (Rule rule : rules) {
            if (rule.holds(subject) != all) {
                return !all;
            }
        }
        return all && !rules.isEmpty();
    }
}
