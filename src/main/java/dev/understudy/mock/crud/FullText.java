package dev.understudy.mock.crud;

import dev.understudy.js.Conversions;
import dev.understudy.js.JsArray;
import dev.understudy.js.JsObject;
import dev.understudy.js.JsValue;
import dev.understudy.js.TextSearch;
import dev.understudy.mock.path.Fold;
import dev.understudy.template.scope.Budget;
import dev.understudy.template.scope.TemplateException;
import java.util.Collection;

/// Looks for a text in all texts and numbers of a value, however deep, in whatever case.
final class FullText {

    /// Looking through so many characters counts as one step.
    private static final int CHARACTERS_PER_STEP = 32;

    private final String wanted;

    FullText(String wanted) {
        this.wanted = Fold.fold(wanted);
    }

    boolean isIn(JsValue value, Budget budget) throws TemplateException {
        return switch (value) {
            case JsObject object -> isInAny(object.members().values(), budget);
            case JsArray array -> isInAny(array.values(), budget);
            case JsValue.Null _, JsValue.Bool _ -> false;
            case JsValue.Undefined _,
                    JsValue.Num _,
                    JsValue.Big _,
                    JsValue.Text _,
                    JsValue.Moment _,
                    JsValue.SafeText _ -> {
                String text = Conversions.toText(value);
                budget.step(1 + text.length() / CHARACTERS_PER_STEP);
                yield TextSearch.find(Fold.fold(text), wanted, 0, budget::step) >= 0;
            }
        };
    }

    private boolean isInAny(Collection<JsValue> values, Budget budget) throws TemplateException {
        for (JsValue value : values) {
            if (isIn(value, budget)) {
                return true;
            }
        }
        return false;
    }
}
