package dev.understudy.js;

import dev.understudy.js.JsValue.Big;
import dev.understudy.js.JsValue.Bool;
import dev.understudy.js.JsValue.Moment;
import dev.understudy.js.JsValue.Null;
import dev.understudy.js.JsValue.Num;
import dev.understudy.js.JsValue.SafeText;
import dev.understudy.js.JsValue.Text;
import dev.understudy.js.JsValue.Undefined;
import java.util.Map;

/// Writes one value as JSON. For one value on one thread.
final class JsonPrinter<X extends Exception> {

    private final StringBuilder out = new StringBuilder();
    private final String indentation;
    private final Effort<X> effort;

    JsonPrinter(String indentation, Effort<X> effort) {
        this.indentation = indentation;
        this.effort = effort;
    }

    String print(JsValue value) throws X {
        if (value.depth() > JsJson.MAX_DEPTH) {
            throw new IllegalArgumentException("The value is nested too deep");
        }
        print(value, 0);
        return out.toString();
    }

    private void print(JsValue value, int depth) throws X {
        int from = out.length();
        switch (value) {
            case Undefined _, Null _ -> out.append("null");
            case Bool bool -> out.append(bool == Bool.TRUE);
            case Num number -> out.append(number.isFinite() ? Numbers.print(number) : "null");
            case Big _ -> throw new IllegalArgumentException("Do not know how to serialize a BigInt");
            case Text(String text) -> {
                effort.spend(text.length());
                from += text.length();
                JsonStrings.quote(text, out);
            }
            case Moment(double millis) -> printMoment(millis);
            case SafeText(String text) -> print(JsObject.of(Map.of("string", new Text(text))), depth);
            case JsArray array -> {
                printArray(array, depth + 1);
                return;
            }
            case JsObject object -> {
                printObject(object, depth + 1);
                return;
            }
        }
        effort.spend(out.length() - from);
    }

    private void printMoment(double millis) {
        if (Double.isNaN(millis)) {
            out.append("null");
        } else {
            JsonStrings.quote(DateText.iso(millis), out);
        }
    }

    private void printArray(JsArray array, int depth) throws X {
        effort.spend(2L + array.size());
        out.append('[');
        boolean first = true;
        for (JsValue value : array.values()) {
            next(first, depth);
            print(value, depth);
            first = false;
        }
        end(first, depth);
        out.append(']');
    }

    private void printObject(JsObject object, int depth) throws X {
        effort.spend(2L + object.size());
        out.append('{');
        boolean first = true;
        for (Map.Entry<String, JsValue> member : object.members().entrySet()) {
            if (member.getValue() != Undefined.UNDEFINED) {
                next(first, depth);
                effort.spend(member.getKey().length() + 3L);
                JsonStrings.quote(member.getKey(), out);
                out.append(indentation.isEmpty() ? ":" : ": ");
                print(member.getValue(), depth);
                first = false;
            }
        }
        end(first, depth);
        out.append('}');
    }

    private void next(boolean first, int depth) throws X {
        if (!first) {
            out.append(',');
        }
        newLine(depth);
    }

    private void end(boolean empty, int depth) throws X {
        if (!empty) {
            newLine(depth - 1);
        }
    }

    private void newLine(int depth) throws X {
        if (!indentation.isEmpty()) {
            effort.spend((long) indentation.length() * depth + 1);
            out.append('\n').repeat(indentation, depth);
        }
    }
}
