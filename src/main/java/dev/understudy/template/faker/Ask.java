package dev.understudy.template.faker;

import dev.understudy.js.Conversions;
import dev.understudy.js.JsObject;
import dev.understudy.js.JsValue;
import dev.understudy.js.JsValue.Bool;
import dev.understudy.js.JsValue.Moment;
import dev.understudy.js.JsValue.Num;
import dev.understudy.js.JsValue.SafeText;
import dev.understudy.js.JsValue.Text;
import dev.understudy.js.JsValue.Undefined;
import dev.understudy.js.date.JsDates;
import dev.understudy.template.scope.Budget;
import dev.understudy.template.scope.RefusalException;
import dev.understudy.template.scope.TemplateException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/// What a method is asked for, and what it can make use of. Options are the members of an object that is given.
record Ask(List<JsValue> arguments, Chance chance, WordLists words, Clock clock, Budget budget) {

    /// The longest text that one call makes.
    static final int MAX_LENGTH = 100_000;

    /// The most items that one call makes.
    static final int MAX_COUNT = 10_000;

    /// The same chance and words, for a method that another one needs.
    Ask without() {
        return new Ask(List.of(), chance, words, clock, budget);
    }

    JsValue argument(int index) {
        JsValue value = index < arguments.size() ? arguments.get(index) : Undefined.UNDEFINED;
        return value instanceof SafeText(String text) ? new Text(text) : value;
    }

    JsValue option(String name) {
        JsValue value = argument(0) instanceof JsObject options ? options.get(name) : Undefined.UNDEFINED;
        return value instanceof SafeText(String text) ? new Text(text) : value;
    }

    boolean has(String name) {
        return option(name) != Undefined.UNDEFINED;
    }

    /// An option, or the argument itself where it is no object.
    JsValue given(String name) {
        return argument(0) instanceof JsObject ? option(name) : argument(0);
    }

    Optional<String> text(String name) {
        return option(name) instanceof Text(String text) ? Optional.of(text) : Optional.empty();
    }

    /// `String(value)`.
    String text(JsValue value) throws TemplateException {
        Conversions.charge(value, budget::step);
        return Conversions.toText(value);
    }

    boolean flag(String name) {
        return option(name) != Bool.FALSE && Conversions.isTruthy(option(name));
    }

    double number(String name, double otherwise) {
        return has(name) ? Conversions.toNumber(option(name)) : otherwise;
    }

    /// A number of items: given as number, or as range, by an option or as the argument itself.
    int count(String name, int min, int max) throws TemplateException {
        return amount(has(name) ? option(name) : argument(0), min, max, MAX_COUNT);
    }

    /// A number of characters.
    int length(String name, int otherwise) throws TemplateException {
        return length(has(name) ? option(name) : argument(0), otherwise);
    }

    int length(JsValue given, int otherwise) throws TemplateException {
        int length = amount(given, otherwise, otherwise, MAX_LENGTH);
        budget.characters(length);
        return length;
    }

    int amount(JsValue given, int min, int max, int most) throws TemplateException {
        double low = min;
        double high = max;
        if (given instanceof Num(double number, var _)) {
            low = number;
            high = number;
        } else if (given instanceof JsObject range && (range.has("min") || range.has("max"))) {
            low = range.has("min") ? Conversions.toNumber(range.get("min")) : 0;
            high = range.has("max") ? Conversions.toNumber(range.get("max")) : low;
        }
        if (!(low <= high) || high > most) {
            throw new RefusalException("At most " + most + " can be made at once");
        }
        int amount = chance.between((int) Math.ceil(low), Math.max((int) Math.ceil(low), (int) Math.floor(high)));
        budget.step(Math.max(0, amount));
        return Math.max(0, amount);
    }

    /// One of a list, with the digits and letters that its signs stand for.
    String word(String key) {
        return words.pick(key, chance);
    }

    String signs(String text) {
        return Signs.replaced(text, chance);
    }

    Text make(String text) throws TemplateException {
        budget.characters(text.length());
        return new Text(text);
    }

    /// The time from which dates are counted.
    double now() throws TemplateException {
        JsValue reference = option("refDate");
        return reference == Undefined.UNDEFINED ? clock.millis() : date(reference, "refDate");
    }

    double date(JsValue value, String name) throws TemplateException {
        Conversions.charge(value, budget::step);
        double millis = value instanceof Moment(double at) ? at : JsDates.of(value, clock.getZone());
        if (Double.isNaN(millis)) {
            throw new RefusalException("Invalid " + name + " date: " + Conversions.toText(value));
        }
        return millis;
    }
}
