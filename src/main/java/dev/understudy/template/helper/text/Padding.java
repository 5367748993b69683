package dev.understudy.template.helper.text;

import dev.understudy.template.helper.HelperCall;
import dev.understudy.template.helper.TextConversion;
import dev.understudy.template.scope.TemplateException;

/// Makes texts longer.
final class Padding {

    private Padding() {}

    /// What must be added to a text; nothing if it is long enough.
    static String of(HelperCall call, String text) throws TemplateException {
        double length = call.count() < 2 ? 0 : TextConversion.number(call.argument(1), call.budget());
        String pad = call.count() == 3 ? TextConversion.of(call.argument(2), call.budget()) : " ";
        double missing = Math.floor(length) - text.length();
        if (!(missing >= 1) || pad.isEmpty()) {
            return "";
        }
        call.budget().characters((long) missing);
        call.budget().characters(text.length());
        int count = (int) missing;
        return pad.repeat(count / pad.length()) + pad.substring(0, count % pad.length());
    }
}
