package dev.understudy.template.helper.list;

import dev.understudy.js.JsArray;
import dev.understudy.js.JsValue;
import dev.understudy.js.JsValue.Text;
import dev.understudy.template.helper.Helper;
import dev.understudy.template.helper.HelperCall;
import dev.understudy.template.helper.TextConversion;
import dev.understudy.template.scope.TemplateException;

/// The items of a list as one text: `{{join (array 1 2 3) '-'}} ⇒ 1-2-3`.
final class Join implements Helper {

    @Override
    public JsValue call(HelperCall call) throws TemplateException {
        if (!(call.argumentOrOptions(0) instanceof JsArray array)) {
            return call.argumentOrOptions(0);
        }
        String separator = call.argument(1) instanceof Text(String given) ? given : ", ";
        return new Text(TextConversion.joined(array, separator, call.budget()));
    }
}
