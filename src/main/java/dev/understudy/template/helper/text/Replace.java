package dev.understudy.template.helper.text;

import dev.understudy.js.JsValue;
import dev.understudy.js.JsValue.Text;
import dev.understudy.js.TextSearch;
import dev.understudy.template.helper.Helper;
import dev.understudy.template.helper.HelperCall;
import dev.understudy.template.scope.TemplateException;

/// The text with something else in the place of the first that is found: `{{replace 'a-b-c' '-' '+'}} ⇒ a+b-c`.
final class Replace implements Helper {

    @Override
    public JsValue call(HelperCall call) throws TemplateException {
        return replace(call, false);
    }

    /// Nothing, unless three texts were given.
    static JsValue replace(HelperCall call, boolean all) throws TemplateException {
        if (!(call.plain(0) instanceof Text(String text))
                || !(call.plain(1) instanceof Text(String search))
                || !(call.plain(2) instanceof Text(String pattern))) {
            return Text.EMPTY;
        }
        if (search.isEmpty()) {
            return new Text(text);
        }
        Replacement replacement = new Replacement(pattern);
        StringBuilder out = new StringBuilder();
        int at = 0;
        int found = TextSearch.find(text, search, 0, call.budget()::step);
        while (found >= 0) {
            call.budget().step(1);
            Replacement.copy(text, at, found, call.budget(), out);
            at = found + search.length();
            replacement.append(text, found, at, call.budget(), out);
            found = all ? TextSearch.find(text, search, at, call.budget()::step) : -1;
        }
        Replacement.copy(text, at, text.length(), call.budget(), out);
        return new Text(out.toString());
    }
}
