package dev.understudy.template.faker;

import static java.util.Map.entry;

import dev.understudy.js.JsArray;
import dev.understudy.js.JsJson;
import dev.understudy.js.JsObject;
import dev.understudy.js.JsValue;
import dev.understudy.js.JsValue.Text;
import dev.understudy.js.JsValue.Undefined;
import dev.understudy.template.scope.RefusalException;
import dev.understudy.template.scope.TemplateException;
import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The methods of the module `helpers` that fill in patterns.
final class Patterns {

    private static final Pattern CALL = Pattern.compile("([a-zA-Z]+\\.[a-zA-Z0-9]+)(?:\\((.*)\\))?", Pattern.DOTALL);
    private static final String CARD = "6453-####-####-####-###L";

    static final Map<String, FakerMethod> METHODS = Map.ofEntries(
            entry("helpers.fake", Patterns::fake),
            entry("helpers.mustache", Patterns::mustache),
            entry("helpers.fromRegExp", ask -> new Text(new RegexText(text(ask, 0, ""), ask).generate())),
            entry("helpers.replaceSymbols", ask -> ask.make(symbols(ask, text(ask, 0, "")))),
            entry("helpers.replaceCreditCardSymbols", Patterns::card),
            entry("helpers.slugify", ask -> new Text(slug(text(ask, 0, "")))));

    private Patterns() {}

    private static String text(Ask ask, int index, String otherwise) throws TemplateException {
        JsValue given = ask.argument(index);
        if (given == Undefined.UNDEFINED) {
            return otherwise;
        }
        String text = ask.text(given);
        ask.budget().step(text.length());
        return text;
    }

    /// `Hello {{person.firstName}}` with what the named methods make up; one that is named inside can't be this one.
    private static JsValue fake(Ask ask) throws TemplateException {
        JsValue given = ask.argument(0);
        if (given == Undefined.UNDEFINED) {
            throw new TemplateException("Cannot read properties of undefined (reading 'length')");
        }
        String pattern = given instanceof JsArray array && array.size() > 0
                ? ask.text(ask.chance().pick(array.values()))
                : ask.text(given);
        return filled(ask, pattern, (name, _) -> called(ask, name));
    }

    private static String called(Ask ask, String expression) throws TemplateException {
        Matcher call = CALL.matcher(expression);
        FakerMethod method = call.matches() && !call.group(1).equals("helpers.fake")
                ? LocaleFaker.method(call.group(1)).orElse(null)
                : null;
        if (method == null) {
            throw new RefusalException("Cannot resolve expression '" + expression + "'");
        }
        String written = call.group(2) == null ? "" : call.group(2);
        List<JsValue> arguments = JsJson.parse("[" + written + "]")
                .map(values -> ((JsArray) values).values())
                .orElse(List.of(new Text(written)));
        ask.budget().step(1);
        return ask.text(method.make(new Ask(arguments, ask.chance(), ask.words(), ask.clock(), ask.budget())));
    }

    private static JsValue mustache(Ask ask) throws TemplateException {
        JsObject data = ask.argument(1) instanceof JsObject object ? object : JsObject.EMPTY;
        String text = text(ask, 0, "");
        return filled(ask, text, (name, place) -> data.has(name) ? ask.text(data.get(name)) : place);
    }

    /// What takes the place of a name between braces.
    @FunctionalInterface
    private interface Filling {
        String of(String name, String place) throws TemplateException;
    }

    private static JsValue filled(Ask ask, String pattern, Filling filling) throws TemplateException {
        StringBuilder out = new StringBuilder();
        int from = 0;
        int open = pattern.indexOf("{{");
        int close = open < 0 ? -1 : pattern.indexOf("}}", open + 2);
        while (open >= 0 && close >= 0) {
            String name = pattern.substring(open + 2, close).strip();
            String made = filling.of(name, pattern.substring(open, close + 2));
            ask.budget().characters(made.length());
            out.append(pattern, from, open).append(made);
            from = close + 2;
            open = pattern.indexOf("{{", from);
            close = open < 0 ? -1 : pattern.indexOf("}}", open + 2);
        }
        return ask.make(out.append(pattern, from, pattern.length()).toString());
    }

    private static String symbols(Ask ask, String text) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            out.append(c == '#' || c == '?' || c == '*' ? ask.signs(String.valueOf(c)) : String.valueOf(c));
        }
        return out.toString();
    }

    /// Ranges such as `[4-9]` and signs for digits, and at the end the digit that makes the sum right.
    private static JsValue card(Ask ask) throws TemplateException {
        String pattern = text(ask, 0, CARD);
        String sign = text(ask, 1, "#");
        String ranged = new RegexText(pattern, ask).generate();
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < ranged.length(); i++) {
            String c = ranged.substring(i, i + 1);
            out.append(c.equals(sign) ? ask.signs("#") : c.equals("!") ? ask.signs("!") : c);
        }
        int last = out.indexOf("L");
        if (last >= 0) {
            out.setCharAt(last, Checks.luhn(out.toString().replaceAll("\\D", "")));
        }
        return new Text(out.toString());
    }

    /// With hyphens for spaces, and without whatever does not belong into addresses.
    static String slug(String text) {
        if (isPlain(text)) {
            return text;
        }
        return Normalizer.normalize(text, Normalizer.Form.NFKD)
                .replaceAll("[\\u0300-\\u036f]", "")
                .replace(' ', '-')
                .replaceAll("[^\\w.-]+", "");
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
            if (!letter && c != '_' && c != '.' && c != '-') {
                return false;
            }
        }
        return true;
    }
}
