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
    ///
    /// @param response its place, for the record
    boolean hold(RuleSubject subject, int response) throws TemplateException {
        boolean all = logic == RuleLogic.AND;
        for (int at = 0; at < rules.size(); at++) {
            if (rules.get(at).holds(subject, response, at) != all) {
                return !all;
            }
        }
        return all && !rules.isEmpty();
    }
}
