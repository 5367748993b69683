package dev.understudy.mock.rule;

import dev.understudy.js.Conversions;
import dev.understudy.js.JsArray;
import dev.understudy.js.JsJson;
import dev.understudy.js.JsObject;
import dev.understudy.js.JsValue;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;

/// Puts what a rule saw into a few words, at a cost that does not depend on how much it was. For one value.
final class Seen {

    /// Of the text.
    static final int MAX_LENGTH = 200;

    /// Of the text where there is no room for more.
    static final int MIN_LENGTH = 20;

    private static final String MORE = "…";

    private final StringBuilder text = new StringBuilder();
    private final int most;

    private Seen(int most) {
        this.most = most;
    }

    /// Lists and objects as JSON; empty if there was nothing.
    ///
    /// @param room for the text; some is told without
    static Optional<String> of(JsValue value, int room) {
        return new Seen(Math.clamp(room, MIN_LENGTH, MAX_LENGTH)).of(value);
    }

    private Optional<String> of(JsValue value) {
        return switch (value) {
            case JsValue.Undefined _ -> Optional.empty();
            case JsValue.Text(String all) -> Optional.of(cut(all));
            case JsArray _, JsObject _ -> {
                add(value);
                yield Optional.of(cut(text.toString()));
            }
            case JsValue.Big _, JsValue.Bool _, JsValue.Moment _, JsValue.Null _, JsValue.Num _, JsValue.SafeText _ ->
                Optional.of(scalar(value));
        };
    }

    private String cut(String whole) {
        if (whole.length() <= most) {
            return whole;
        }
        int end = most - MORE.length();
        return whole.substring(0, Character.isHighSurrogate(whole.charAt(end - 1)) ? end - 1 : end) + MORE;
    }

    private String scalar(JsValue value) {
        return switch (value) {
            case JsValue.Big(var number) when number.bitLength() > 4 * MAX_LENGTH -> "a very large number";
            case JsValue.SafeText(String all) -> cut(all);
            default -> cut(Conversions.toText(value));
        };
    }

    private boolean isFull() {
        return text.length() > most;
    }

    private void add(JsValue value) {
        switch (value) {
            case JsArray array -> {
                text.append('[');
                for (int at = 0; at < array.size() && !isFull(); at++) {
                    text.append(at == 0 ? "" : ",");
                    add(array.get(at));
                }
                text.append(']');
            }
            case JsObject object -> {
                text.append('{');
                Iterator<Map.Entry<String, JsValue>> members =
                        object.members().entrySet().iterator();
                for (boolean first = true; members.hasNext() && !isFull(); first = false) {
                    Map.Entry<String, JsValue> member = members.next();
                    text.append(first ? "" : ",")
                            .append(quoted(member.getKey()))
                            .append(':');
                    add(member.getValue());
                }
                text.append('}');
            }
            case JsValue.Text(String all) -> text.append(quoted(all));
            case JsValue.Undefined _ -> text.append("null");
            default -> text.append(scalar(value));
        }
    }

    private String quoted(String whole) {
        return JsJson.print(new JsValue.Text(cut(whole))).orElse("\"\"");
    }
}
