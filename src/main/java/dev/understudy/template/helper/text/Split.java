package dev.understudy.template.helper.text;

import dev.understudy.js.JsArray;
import dev.understudy.js.JsValue;
import dev.understudy.js.JsValue.Text;
import dev.understudy.js.TextSearch;
import dev.understudy.template.helper.Helper;
import dev.understudy.template.helper.HelperCall;
import dev.understudy.template.scope.TemplateException;
import java.util.ArrayList;
import java.util.List;

/// The parts of a text between separators: `{{split 'a,b' ','}} ⇒ a,b`, `{{len (split 'a b c')}} ⇒ 3`.
final class Split implements Helper {

    private static final int COST_OF_A_PART = 16;

    @Override
    public JsValue call(HelperCall call) throws TemplateException {
        if (!(call.plain(0) instanceof Text(String text)) || text.isEmpty()) {
            return Text.EMPTY;
        }
        String separator = call.argument(1) instanceof Text(String given) && !given.isEmpty() ? given : " ";
        List<JsValue> parts = new ArrayList<>();
        int from = 0;
        int found = TextSearch.find(text, separator, from, call.budget()::step);
        while (found >= 0) {
            call.budget().characters(found - from + COST_OF_A_PART);
            parts.add(new Text(text.substring(from, found)));
            from = found + separator.length();
            found = TextSearch.find(text, separator, from, call.budget()::step);
        }
        call.budget().characters(text.length() - from);
        parts.add(new Text(text.substring(from)));
        return JsArray.of(parts);
    }
}
