package dev.understudy.template.helper.list;

import dev.understudy.js.Comparison;
import dev.understudy.js.JsArray;
import dev.understudy.js.JsObject;
import dev.understudy.js.JsValue;
import dev.understudy.js.JsValue.Moment;
import dev.understudy.js.JsValue.SafeText;
import dev.understudy.js.JsValue.Text;
import dev.understudy.template.helper.HelperCall;
import dev.understudy.template.helper.ValueTypes;
import dev.understudy.template.scope.Budget;
import dev.understudy.template.scope.TemplateException;
import java.util.List;
import java.util.Map;

/// What items of a list must be to be kept: one of the conditions holds. A list in the place of a condition stands for
/// conditions that must hold all together, a list in that one for some of which one must, and so on.
record Conditions(List<JsValue> conditions, Budget budget) {

    boolean hold(JsValue item) throws TemplateException {
        return holdsOne(item, conditions);
    }

    private boolean holdsOne(JsValue item, List<JsValue> some) throws TemplateException {
        for (JsValue condition : some) {
            budget.step(1);
            boolean holds = condition instanceof JsArray group ? holdAll(item, group.values()) : holds(item, condition);
            if (holds) {
                return true;
            }
        }
        return false;
    }

    private boolean holdAll(JsValue item, List<JsValue> all) throws TemplateException {
        for (JsValue condition : all) {
            budget.step(1);
            boolean holds =
                    condition instanceof JsArray group ? holdsOne(item, group.values()) : holds(item, condition);
            if (!holds) {
                return false;
            }
        }
        return true;
    }

    /// Each value of an object must hold for the value of that name; anything else must be the same.
    private boolean holds(JsValue item, JsValue condition) throws TemplateException {
        return switch (condition) {
            case JsObject object -> ValueTypes.isObject(item) && holdForEach(item, object);
            case SafeText(String text) ->
                ValueTypes.isObject(item) && Comparison.isSame(ValueTypes.property(item, "string"), new Text(text));
            case Moment _ -> ValueTypes.isObject(item);
            default -> Comparison.isSame(item, condition);
        };
    }

    private boolean holdForEach(JsValue item, JsObject conditions) throws TemplateException {
        for (Map.Entry<String, JsValue> condition : conditions.members().entrySet()) {
            budget.step(1);
            JsValue wanted =
                    condition.getValue() instanceof SafeText(String text) ? new Text(text) : condition.getValue();
            if (!holds(ValueTypes.property(item, condition.getKey()), wanted)) {
                return false;
            }
        }
        return true;
    }

    static Conditions of(HelperCall call) {
        return new Conditions(call.arguments().subList(1, call.count()), call.budget());
    }
}
