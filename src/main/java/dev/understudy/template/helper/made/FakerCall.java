package dev.understudy.template.helper.made;

import dev.understudy.js.JsJson;
import dev.understudy.js.JsValue;
import dev.understudy.js.JsValue.Text;
import dev.understudy.template.helper.Helper;
import dev.understudy.template.helper.HelperCall;
import dev.understudy.template.scope.RefusalException;
import dev.understudy.template.scope.TemplateException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Data that a method of the faker makes up: `{{faker 'number.int' min=5 max=5}} ⇒ 5`. Options can be named, or be
/// written as an object: `{{faker 'number.int' '{min: 5, max: 5}'}} ⇒ 5`.
final class FakerCall implements Helper {

    private static final String EXAMPLES = " (valid: \"location.zipCode\", \"date.past\", etc) line ";
    private static final Pattern NAME = Pattern.compile("(?<![a-zA-Z0-9_])[\"']?([a-zA-Z0-9_]++)[\"']?\\s*+:");

    @Override
    public JsValue call(HelperCall call) throws TemplateException {
        if (call.count() == 0) {
            throw new TemplateException("Faker method name is missing" + EXAMPLES + call.line());
        }
        if (!(call.plain(0) instanceof Text(String method))) {
            throw new TemplateException("Faker method name must be a string" + EXAMPLES + call.line());
        }
        if (!call.scope().faker().knows(method)) {
            throw new TemplateException(method + " is not a valid Faker method" + EXAMPLES + call.line());
        }
        List<JsValue> arguments = new ArrayList<>();
        for (JsValue argument : call.arguments().subList(1, call.count())) {
            arguments.add(argument instanceof Text(String text) ? read(text, call) : argument);
        }
        if (call.named().size() > 0) {
            arguments.add(call.named());
        }
        try {
            return call.scope().faker().call(method, arguments, call.budget()).orElse(Text.EMPTY);
        } catch (RefusalException refused) {
            return Text.EMPTY;
        }
    }

    /// A text in braces is an object, whose names need no quotes.
    private static JsValue read(String text, HelperCall call) throws TemplateException {
        if (!text.startsWith("{") || !text.endsWith("}")) {
            return new Text(text);
        }
        call.budget().step(text.length());
        String json = NAME.matcher(text.replace("\\", "")).replaceAll("\"$1\":");
        return JsJson.parse(json).orElseThrow(() -> new TemplateException("Error in parsing object argument " + text));
    }
}
