package dev.understudy.template.helper.block;

import dev.understudy.js.Conversions;
import dev.understudy.js.JsArray;
import dev.understudy.js.JsObject;
import dev.understudy.js.JsValue;
import dev.understudy.js.JsValue.Bool;
import dev.understudy.js.JsValue.Num;
import dev.understudy.js.JsValue.SafeText;
import dev.understudy.js.JsValue.Text;
import dev.understudy.template.helper.Frame;
import dev.understudy.template.helper.HelperCall;
import dev.understudy.template.helper.Output;
import dev.understudy.template.scope.TemplateException;
import java.util.Map;

/// The block for each item of a list or each value of an object:
/// `{{#each (array 'a' 'b')}}{{@index}}{{this}}{{/each}} ⇒ 0a1b`.
final class Each extends BlockHelper {

    private static final int COST_OF_A_TURN = 2;

    @Override
    public void print(HelperCall call, Output out) throws TemplateException {
        if (call.count() == 0 || (call.count() > 1 && !Conversions.isTruthy(call.argument(1)))) {
            throw new TemplateException("Must pass iterator to #each");
        }
        switch (call.argument(0)) {
            case JsArray array when array.size() > 0 -> printArray(array, call, out);
            case JsObject object when object.size() > 0 -> printObject(object, call, out);
            case SafeText(String text) -> printObject(JsObject.of(Map.of("string", new Text(text))), call, out);
            default -> {
                if (call.count() > 1) {
                    throw new TemplateException("inverse is not a function");
                }
                call.printInverse(out);
            }
        }
    }

    private static void printArray(JsArray array, HelperCall call, Output out) throws TemplateException {
        Frame frame = frame(call, out);
        int last = array.size() - 1;
        for (int i = 0; i <= last; i++) {
            print(new Num(i), array.get(i), i, i == last, frame, call, out);
        }
    }

    private static void printObject(JsObject object, HelperCall call, Output out) throws TemplateException {
        Frame frame = frame(call, out);
        int last = object.size() - 1;
        int i = 0;
        for (Map.Entry<String, JsValue> member : object.members().entrySet()) {
            print(new Text(member.getKey()), member.getValue(), i, i == last, frame, call, out);
            i++;
        }
    }

    /// All turns share one frame.
    private static Frame frame(HelperCall call, Output out) throws TemplateException {
        if (call.count() > 1 || !call.hasBlock()) {
            throw new TemplateException("fn is not a function");
        }
        out.text();
        call.budget().step(call.frame().size());
        return call.frame().inner();
    }

    private static void print(
            JsValue key, JsValue value, int index, boolean last, Frame frame, HelperCall call, Output out)
            throws TemplateException {
        call.budget().step(COST_OF_A_TURN);
        frame.set("key", key);
        frame.set("index", new Num(index));
        frame.set("first", Bool.of(index == 0));
        frame.set("last", Bool.of(last));
        call.body().content().print(value, frame, new JsValue[] {value, key}, out);
    }
}
