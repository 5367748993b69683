package dev.understudy.template.helper.text;

import dev.understudy.js.JsValue;
import dev.understudy.js.JsValue.Text;
import dev.understudy.template.helper.Helper;
import dev.understudy.template.helper.HelperCall;

/// The end of a line: `a{{newline}}b ⇒ a⏎b`.
final class Newline implements Helper {

    private static final Text LINE_END = new Text("\n");

    @Override
    public JsValue call(HelperCall call) {
        return LINE_END;
    }
}
