package dev.understudy.template.helper.text;

import dev.understudy.js.JsValue;
import dev.understudy.js.JsValue.Text;
import dev.understudy.template.helper.Helper;
import dev.understudy.template.helper.HelperCall;
import dev.understudy.template.scope.TemplateException;
import java.util.Optional;

/// So many characters from a place on: `{{substr 'understudy' 5 3}} ⇒ stu`.
final class Substr implements Helper {

    @Override
    public JsValue call(HelperCall call) throws TemplateException {
        String text = Given.presentText(call, 0);
        int length = text.length();
        int from = Given.place(Given.number(call, 1).orElse(0.0), length);
        int start = from < 0 ? length + from : from;
        Optional<Double> count = Given.number(call, 2);
        int end = count.isEmpty() ? length : start + Math.max(0, Given.place(count.get(), length - start));
        return new Text(text.substring(start, end));
    }
}
