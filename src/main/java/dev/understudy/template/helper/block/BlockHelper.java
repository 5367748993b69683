package dev.understudy.template.helper.block;

import dev.understudy.js.JsValue;
import dev.understudy.js.JsValue.Text;
import dev.understudy.template.helper.Helper;
import dev.understudy.template.helper.HelperCall;
import dev.understudy.template.helper.Output;
import dev.understudy.template.scope.TemplateException;

/// A helper that has no use but as a block.
abstract class BlockHelper implements Helper {

    @Override
    public abstract void print(HelperCall call, Output out) throws TemplateException;

    /// Outside of a block, it fails as soon as it would print.
    @Override
    public final JsValue call(HelperCall call) throws TemplateException {
        Output out = new Output(call.budget(), 0);
        print(call, out);
        return new Text(out.finish());
    }
}
