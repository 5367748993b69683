package dev.understudy.mock.rule;

import dev.understudy.environment.RuleLogic;
import dev.understudy.template.scope.TemplateException;
import java.util.List;

/// The rules of one response.
///
/// @param logic whether all have to hold, or one
public record Rules(List<Rule> rules, RuleLogic logic) {

    boolean isCheap() {
        return rules.stream().allMatch(Rule::isCheap);
    }

    /// Never without rules.
    boolean hold(RuleSubject subject) throws TemplateException {
        boolean all = logic == RuleLogic.AND;
        for (Rule rule : rules) {
            if (rule.holds(subject) != all) {
                return !all;
            }
        }
        return all && !rules.isEmpty();
    }
}
