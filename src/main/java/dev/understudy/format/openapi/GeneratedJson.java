package dev.understudy.format.openapi;

import dev.understudy.js.JsJson;
import dev.understudy.js.JsValue;
import java.util.Set;

/// The body that stands for a value: JSON in lines, where templates that make numbers, booleans or null have no quotes
/// around them, so that what is rendered has the right type.
public final class GeneratedJson {

    private static final int INDENTATION = 2;
    private static final Set<String> UNQUOTED = Set.of(
            "{{faker 'number.int' max=99999}}",
            "{{faker 'number.int'}}",
            "{{faker 'number.float'}}",
            "{{faker 'datatype.boolean'}}");
    private static final String START = "\"{{";
    private static final String END = "}}\"";
    private static final String ONE_OF = "{{oneOf ";

    private GeneratedJson() {}

    /// Empty for undefined.
    ///
    /// @throws ExpansionBudget.Spent if it would be larger or nested deeper than a body may be
    public static String of(JsValue value, ExpansionBudget budget) throws ExpansionBudget.Spent {
        return unquoted(text(value, INDENTATION, budget));
    }

    /// The same without spaces.
    static String inOneLine(JsValue value, ExpansionBudget budget) throws ExpansionBudget.Spent {
        return unquoted(text(value, 0, budget));
    }

    private static String text(JsValue value, int indentation, ExpansionBudget budget) throws ExpansionBudget.Spent {
        if (value.depth() > JsJson.MAX_DEPTH) {
            throw new ExpansionBudget.Spent();
        }
        return JsJson.print(value, indentation, budget).orElse("");
    }

    static String unquoted(String json) {
        StringBuilder body = new StringBuilder(json.length());
        int copied = 0;
        for (int at = json.indexOf(START); at >= 0; at = json.indexOf(START, at + 1)) {
            int end = json.indexOf('"', at + 1);
            if (end < 0 || at < copied) {
                continue;
            }
            String template = json.substring(at + 1, end);
            if (json.startsWith(END, end - 2) && (UNQUOTED.contains(template) || choosesTyped(template))) {
                body.append(json, copied, at).append(template);
                copied = end + 1;
            }
        }
        return body.append(json, copied, json.length()).toString();
    }

    private static boolean choosesTyped(String template) {
        if (!template.startsWith(ONE_OF) || template.length() < ONE_OF.length() + 3) {
            return false;
        }
        for (String word :
                template.substring(ONE_OF.length(), template.length() - 2).split(" ", -1)) {
            boolean named = word.equals("true") || word.equals("false") || word.equals("null");
            if (!named && !isNumber(word)) {
                return false;
            }
        }
        return true;
    }

    /// With digits before the point, and without an exponent.
    private static boolean isNumber(String word) {
        int at = word.startsWith("-") ? 1 : 0;
        int point = word.indexOf('.');
        int end = point < 0 ? word.length() : point;
        return areDigits(word, at, end) && (point < 0 || areDigits(word, point + 1, word.length()));
    }

    private static boolean areDigits(String word, int from, int to) {
        for (int at = from; at < to; at++) {
            if (word.charAt(at) < '0' || word.charAt(at) > '9') {
                return false;
            }
        }
        return to > from;
    }
}
