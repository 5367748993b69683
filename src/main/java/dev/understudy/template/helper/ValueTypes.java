package dev.understudy.template.helper;

import dev.understudy.js.Conversions;
import dev.understudy.js.JsArray;
import dev.understudy.js.JsJson;
import dev.understudy.js.JsObject;
import dev.understudy.js.JsValue;
import dev.understudy.js.JsValue.Big;
import dev.understudy.js.JsValue.Bool;
import dev.understudy.js.JsValue.Moment;
import dev.understudy.js.JsValue.Null;
import dev.understudy.js.JsValue.Num;
import dev.understudy.js.JsValue.SafeText;
import dev.understudy.js.JsValue.Text;
import dev.understudy.js.JsValue.Undefined;
import dev.understudy.js.ObjectPath;
import dev.understudy.template.scope.TemplateException;

/// What helpers ask about values.
public final class ValueTypes {

    private ValueTypes() {}

    /// Whether JavaScript's `typeof` says "object": null included.
    public static boolean isObject(JsValue value) {
        return switch (value) {
            case Undefined _, Bool _, Num _, Big _, Text _ -> false;
            case Null _, Moment _, SafeText _, JsArray _, JsObject _ -> true;
        };
    }

    /// A property of a value; of null and undefined there are none to read.
    public static JsValue property(JsValue value, String name) throws TemplateException {
        if (value.isNullish()) {
            throw new TemplateException(
                    "Cannot read properties of " + Conversions.toText(value) + " (reading '" + name + "')");
        }
        return ObjectPath.own(value, name);
    }

    /// What V8 says when a value has no such function.
    ///
    /// @param expression what stands for the value in the reference's code
    public static TemplateException noFunction(JsValue value, String expression, String function) {
        return new TemplateException(
                value.isNullish()
                        ? "Cannot read properties of " + Conversions.toText(value) + " (reading '" + function + "')"
                        : expression + "." + function + " is not a function");
    }

    /// A place in a list of that size as JavaScript's `slice` takes it: negative ones count from the end, NaN is the
    /// beginning.
    public static int place(double number, int size) {
        if (Double.isNaN(number)) {
            return 0;
        }
        double place = number < 0 ? Math.ceil(number) + size : number;
        return (int) Math.max(0, Math.min(size, place));
    }

    /// The weight that a value made by a template may have at most; lists that share their items can stand for far
    /// more than was ever paid for.
    static final long MAX_WEIGHT = 64_000_000;

    /// A value that was made by a template, unless it is too large, or lists and objects are nested too deep in it.
    public static JsValue limited(JsValue value) throws TemplateException {
        if (value.weight() > MAX_WEIGHT) {
            throw new TemplateException(
                    "This value is too large: at most " + MAX_WEIGHT + " characters may stand in it");
        }
        if (value.depth() > JsJson.MAX_DEPTH) {
            throw new TemplateException("This value is nested too deep: at most " + JsJson.MAX_DEPTH
                    + " lists and objects may stand within each other");
        }
        return value;
    }
}
