package dev.understudy.template.helper.block;

import dev.understudy.js.Conversions;
import dev.understudy.js.JsValue;
import dev.understudy.js.JsValue.Bool;
import dev.understudy.js.JsValue.Num;
import dev.understudy.js.Whitespace;
import dev.understudy.template.helper.Draws;
import dev.understudy.template.helper.Frame;
import dev.understudy.template.helper.HelperCall;
import dev.understudy.template.helper.Output;
import dev.understudy.template.scope.TemplateException;

/// The block so many times, or a random number of times between two bounds, each time but the last with a comma after
/// it, and all with line ends: `{{#repeat 2}}{{@index}}{{/repeat}} ⇒ 0,⏎1⏎`; without commas,
/// `{{#repeat 3 comma=false}}x{{/repeat}} ⇒ xxx`.
final class Repeat extends BlockHelper {

    private static final int COST_OF_A_TURN = 2;

    @Override
    public void print(HelperCall call, Output out) throws TemplateException {
        JsValue total = total(call);
        double count = Conversions.toNumber(total);
        boolean commas = call.named().get("comma") != Bool.FALSE;
        call.budget().step(call.frame().size());
        Frame frame = call.frame().copy();
        out.text();
        int from = out.length();
        for (int i = 0; i < count; i++) {
            call.requireBlock();
            call.budget().step(COST_OF_A_TURN);
            frame.set("index", new Num(i));
            frame.set("total", total);
            frame.set("first", Bool.of(i == 0));
            frame.set("last", Bool.of(i == count - 1));
            call.body().content().print(call.context(), frame, new JsValue[0], out);
            if (commas) {
                endTurn(i < count - 1, i == count - 1, from, out);
            }
        }
    }

    private static JsValue total(HelperCall call) throws TemplateException {
        return switch (call.count()) {
            case 1 -> call.argument(0);
            case 2 ->
                new Num(Draws.between(
                        call.argument(0), call.argument(1), call.scope().random()));
            default -> throw new TemplateException("The repeat helper requires a numeric param");
        };
    }

    /// All that was printed so far loses the white space at its end.
    private static void endTurn(boolean more, boolean last, int from, Output out) throws TemplateException {
        int end = out.length();
        while (end > from && Whitespace.is(out.charAt(end - 1))) {
            end--;
        }
        boolean comma = end > from && out.charAt(end - 1) == ',';
        out.cut(last && comma ? end - 1 : end);
        out.plain(more && !comma ? ",\n" : "\n");
    }
}
