package dev.understudy.js.jmespath;

import dev.understudy.js.Effort;
import dev.understudy.js.JsArray;
import dev.understudy.js.JsValue;
import dev.understudy.js.JsValue.Bool;
import dev.understudy.js.JsValue.Null;
import dev.understudy.js.JsValue.Num;
import dev.understudy.js.JsValue.Text;
import dev.understudy.js.TextSearch;
import dev.understudy.js.Whitespace;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;

/// The functions of texts. For one call.
record TextFunctions<X extends Exception>(Functions<X> call) {

    private static final int ENDLESS = Integer.MAX_VALUE;

    /// The longest text that padding makes.
    static final int MAX_WIDTH = 1_000_000;

    JsValue call(String name) throws X {
        return switch (name) {
            case "starts_with" -> Bool.of(text(0, 2, 2).startsWith(text(1, 2, 2)));
            case "ends_with" -> Bool.of(text(0, 2, 2).endsWith(text(1, 2, 2)));
            case "lower" -> new Text(text(0, 1, 1).toLowerCase(Locale.ROOT));
            case "upper" -> new Text(text(0, 1, 1).toUpperCase(Locale.ROOT));
            case "find_first" -> found(false);
            case "find_last" -> found(true);
            case "pad_left" -> new Text(padding() + text(0, 2, 3));
            case "pad_right" -> new Text(text(0, 2, 3) + padding());
            case "replace" -> replaced();
            case "split" -> split();
            case "trim" -> trimmed(true, true);
            case "trim_left" -> trimmed(true, false);
            case "trim_right" -> trimmed(false, true);
            default -> throw new JmesException("There is no function " + name);
        };
    }

    private String text(int index, int min, int max) throws X {
        if (!call.references().isEmpty() || !(call.value(index, min, max) instanceof Text(String text))) {
            throw new JmesException("Not a text");
        }
        call.evaluation().effort().spend(text.length());
        return text;
    }

    private int whole(int index, int min, int max) {
        double number = Operators.number(call.value(index, min, max));
        if (number != Math.rint(number)) {
            throw new JmesException("Not a whole number");
        }
        return (int) number;
    }

    private int count(int index, int max) {
        if (call.values().size() <= index) {
            return ENDLESS;
        }
        int count = whole(index, index, max);
        if (count < 0) {
            throw new JmesException("Less than nothing");
        }
        return count;
    }

    private JsValue found(boolean last) throws X {
        String text = text(0, 2, 4);
        String part = text(1, 2, 4);
        if (text.isEmpty() || part.isEmpty()) {
            return Null.NULL;
        }
        int given = call.values().size();
        int start = given > 2 ? Math.max(0, whole(2, 2, 4)) : 0;
        int end = given > 3 ? Math.min(text.length(), Math.max(0, whole(3, 2, 4))) : text.length();
        Effort<X> effort = call.evaluation().effort();
        int place = last
                ? TextSearch.findLast(text, part, Math.max(0, end), effort)
                : TextSearch.find(text, part, start, effort);
        boolean inside = place >= start && place + part.length() <= end;
        return inside ? new Num(place) : Null.NULL;
    }

    private int place(String text, String part, int from) throws X {
        return TextSearch.find(text, part, from, call.evaluation().effort());
    }

    private String padding() throws X {
        String pad = call.values().size() > 2 ? text(2, 2, 3) : " ";
        String text = text(0, 2, 3);
        int width = whole(1, 2, 3);
        if (width < 0 || width > MAX_WIDTH || pad.codePointCount(0, pad.length()) != 1) {
            throw new JmesException("Not a padding");
        }
        int missing = Math.max(0, width - text.codePointCount(0, text.length()));
        call.evaluation().effort().spend(missing);
        return pad.repeat(missing);
    }

    private JsValue replaced() throws X {
        String text = text(0, 3, 4);
        String part = text(1, 3, 4);
        String with = text(2, 3, 4);
        int left = count(3, 4);
        StringBuilder out = new StringBuilder();
        int from = 0;
        for (int at = part.isEmpty() ? 1 : place(text, part, 0); at >= 0 && at < text.length() && left > 0; left--) {
            call.evaluation().effort().spend(with.length() + 1L);
            out.append(text, from, at).append(with);
            from = at + part.length();
            at = part.isEmpty() ? at + 1 : place(text, part, from);
        }
        return new Text(out.append(text, from, text.length()).toString());
    }

    private JsValue split() throws X {
        String text = text(0, 2, 3);
        String separator = text(1, 2, 3);
        int left = count(2, 3);
        List<JsValue> parts = new ArrayList<>();
        int from = 0;
        while (left > 0) {
            int at = separator.isEmpty() ? from + 1 : place(text, separator, from);
            if (at < 0 || (separator.isEmpty() && at >= text.length())) {
                break;
            }
            parts.add(new Text(text.substring(from, at)));
            from = at + separator.length();
            left--;
        }
        if (!text.isEmpty() || !separator.isEmpty()) {
            parts.add(new Text(text.substring(from)));
        }
        return JsArray.of(parts);
    }

    private JsValue trimmed(boolean start, boolean end) throws X {
        String text = text(0, 1, 2);
        String given = call.values().size() > 1 ? text(1, 1, 2) : "";
        IntPredicate goes = given.isEmpty() ? c -> Whitespace.is((char) c) : c -> given.indexOf(c) >= 0;
        int from = 0;
        int to = text.length();
        while (start && from < to && goes.test(text.charAt(from))) {
            from++;
        }
        while (end && to > from && goes.test(text.charAt(to - 1))) {
            to--;
        }
        return new Text(text.substring(from, to));
    }
}
