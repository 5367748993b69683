package dev.understudy.template.helper.text;

import dev.understudy.js.Conversions;
import dev.understudy.js.JsValue;
import dev.understudy.js.Surrogates;
import dev.understudy.template.helper.HelperCall;
import dev.understudy.template.helper.Output;
import dev.understudy.template.helper.TextConversion;
import dev.understudy.template.scope.TemplateException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/// What the helpers for base64 work on: their argument, or without one their block.
final class Base64Input {

    private Base64Input() {}

    static String of(HelperCall call) throws TemplateException {
        if (call.count() > 0) {
            JsValue value = call.argument(0);
            if (value.isNullish()) {
                throw new TemplateException(
                        "Cannot read properties of " + Conversions.toText(value) + " (reading 'toString')");
            }
            return TextConversion.of(value, call.budget());
        }
        if (!call.hasBlock()) {
            throw new TemplateException("hbsOptions.fn is not a function");
        }
        Output out = new Output(call.budget(), 64);
        call.printBlock(call.options(), out);
        return out.finish();
    }

    /// The bytes of a text. Half a surrogate pair has none of its own.
    static byte[] bytes(String text) {
        return Surrogates.whole(text).getBytes(StandardCharsets.UTF_8);
    }

    /// The text that base64 stands for, in whichever of its two alphabets; other characters are passed over, and
    /// after an equals sign nothing is read.
    static String decode(String base64) {
        StringBuilder clean = new StringBuilder(base64.length());
        for (int at = 0; at < base64.length() && base64.charAt(at) != '='; at++) {
            char c = base64.charAt(at);
            switch (c) {
                case '-' -> clean.append('+');
                case '_' -> clean.append('/');
                default -> {
                    if (c == '+' || c == '/' || (c < 0x80 && Character.isLetterOrDigit(c))) {
                        clean.append(c);
                    }
                }
            }
        }
        if (clean.length() % 4 == 1) {
            clean.setLength(clean.length() - 1);
        }
        return new String(Base64.getDecoder().decode(clean.toString()), StandardCharsets.UTF_8);
    }
}
