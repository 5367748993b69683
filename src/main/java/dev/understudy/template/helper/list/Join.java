package dev.understudy.template.helper.list;

import dev.understudy.js.JsArray;
import dev.understudy.js.JsValue;
import dev.understudy.js.JsValue.Text;
import dev.understudy.template.TemplateException;
import dev.understudy.template.helper.Call;
import dev.understudy.template.helper.Helper;
import dev.understudy.template.helper.Texts;

/// The items of a list as one text: `{{join (array 1 2 3) '-'}} ⇒ 1-2-3`.
final class Join implements Helper {

    @Override
    public JsValue call(Call call) throws TemplateException {
        if (!(call.argumentOrOptions(0) instanceof JsArray array)) {
            return call.argumentOrOptions(0);
        }
        String separator = call.argument(1) instanceof Text(String given) ? given : ", ";
        return new Text(Texts.joined(array, separator, call.budget()));
    }
}
