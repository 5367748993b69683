package dev.understudy.template.helper.math;

import dev.understudy.js.JsValue;
import dev.understudy.template.TemplateException;
import dev.understudy.template.helper.Call;
import dev.understudy.template.helper.Helper;

/// The next whole number below: `{{floor 1.8}} ⇒ 1`.
final class Floor implements Helper {

    @Override
    public JsValue call(Call call) throws TemplateException {
        return Folding.apply(call, Math::floor);
    }
}
