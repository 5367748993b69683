package dev.understudy.template.helper.math;

import dev.understudy.js.JsValue;
import dev.understudy.js.JsValue.Text;
import dev.understudy.js.Numbers;
import dev.understudy.template.helper.Helper;
import dev.understudy.template.helper.HelperCall;
import dev.understudy.template.helper.TextConversion;
import dev.understudy.template.scope.TemplateException;
import java.math.BigDecimal;
import java.math.RoundingMode;

/// A number with so many digits after the point: `{{toFixed 3.14159 2}} ⇒ 3.14`.
final class ToFixed implements Helper {

    private static final int MAX_DIGITS = 100;
    private static final double MAX_PLAIN = 1e21;

    @Override
    public JsValue call(HelperCall call) throws TemplateException {
        double number = number(call.argumentOrOptions(0), call);
        double digits = number(call.argumentOrOptions(1), call);
        if (!(digits > -1 && digits < MAX_DIGITS + 1)) {
            throw new TemplateException("toFixed() digits argument must be between 0 and 100");
        }
        if (!Double.isFinite(number) || Math.abs(number) >= MAX_PLAIN) {
            return new Text(Numbers.print(number));
        }
        String plain = new BigDecimal(Math.abs(number))
                .setScale((int) digits, RoundingMode.HALF_UP)
                .toPlainString();
        return new Text(number < 0 ? "-" + plain : plain);
    }

    /// What is no number counts as 0.
    private static double number(JsValue value, HelperCall call) throws TemplateException {
        double number = TextConversion.number(value, call.budget());
        return Double.isNaN(number) ? 0 : number;
    }
}
