package dev.understudy.mock.crud;

import dev.understudy.js.Comparison;
import dev.understudy.js.Comparison.Order;
import dev.understudy.js.Conversions;
import dev.understudy.js.JsObject;
import dev.understudy.js.JsValue;
import dev.understudy.js.JsValue.Text;
import dev.understudy.js.ObjectPath;
import dev.understudy.js.regex.JsRegex;
import dev.understudy.template.scope.Budget;
import dev.understudy.template.scope.TemplateException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One condition of a query on the items of a list: `property_operator=value`.
final class ItemFilter {

    private static final Pattern NAME = Pattern.compile("^(.*)_(eq|ne|gt|gte|lt|lte|like|start|end)$");
    private static final Pattern STARTS_WITH_NUMBER =
            Pattern.compile("^\\s*[+-]?(Infinity|\\d|\\.\\d)", Pattern.UNICODE_CHARACTER_CLASS);

    private final Optional<ObjectPath> path;
    private final String operator;
    private final JsValue value;
    private final String text;
    private final JsValue.Num number;
    private final boolean numeric;
    private final Optional<JsRegex> regex;

    private ItemFilter(String path, String operator, JsValue value) throws CrudException {
        this.path = path.isEmpty() ? Optional.empty() : Optional.of(new ObjectPath(List.of(path.split("\\.", -1))));
        this.operator = operator;
        this.value = value;
        this.text = Conversions.toText(value);
        this.number = Conversions.toNum(value);
        this.numeric = startsWithNumber(value);
        this.regex = regex(operator, text);
    }

    /// The conditions of a query; parameters that are none are passed over.
    static List<ItemFilter> of(JsObject query) throws CrudException {
        List<ItemFilter> filters = new ArrayList<>();
        for (Map.Entry<String, JsValue> parameter : query.members().entrySet()) {
            Matcher name = NAME.matcher(parameter.getKey());
            if (name.matches()) {
                filters.add(new ItemFilter(name.group(1), name.group(2), parameter.getValue()));
            }
        }
        return filters;
    }

    boolean takes(JsValue item, Budget budget) throws TemplateException {
        budget.step(1);
        JsValue data = path.isPresent() ? path.get().get(item) : item;
        Conversions.charge(data, budget::step);
        if (regex.isPresent()) {
            return regex.get().find(Conversions.toText(data), budget::step);
        }
        return switch (operator) {
            case "eq" -> isEqual(data);
            case "ne" -> !isEqual(data);
            case "gt" -> order(data) == Order.GREATER;
            case "gte" -> isOneOf(order(data), Order.GREATER);
            case "lt" -> order(data) == Order.LESS;
            default -> isOneOf(order(data), Order.LESS);
        };
    }

    private static boolean isOneOf(Order order, Order wanted) {
        return order == wanted || order == Order.SAME;
    }

    /// The value of a query is the same for all items, so its number is not read for each of them.
    private Order order(JsValue data) {
        if (data instanceof JsValue.Num(double left, var _)) {
            double right = number.value();
            if (Double.isNaN(left) || Double.isNaN(right)) {
                return Order.NONE;
            }
            return left < right ? Order.LESS : left > right ? Order.GREATER : Order.SAME;
        }
        return Comparison.order(data, value);
    }

    /// A number prints as a text that reads as that number, so none has to be printed where numbers tell.
    private boolean isEqual(JsValue data) {
        return (numeric && data instanceof JsValue.Num)
                ? isEqualNumber(data)
                : (isEqualText(data) || isEqualNumber(data));
    }

    private boolean isEqualText(JsValue data) {
        return value instanceof Text && Conversions.toText(data).equals(text);
    }

    private boolean isEqualNumber(JsValue data) {
        return numeric && startsWithNumber(data) && Conversions.toNum(data).isSame(number);
    }

    private static boolean startsWithNumber(JsValue value) {
        return value instanceof JsValue.Num(double number, var _)
                ? !Double.isNaN(number)
                : STARTS_WITH_NUMBER.matcher(Conversions.toText(value)).find();
    }

    private static Optional<JsRegex> regex(String operator, String text) throws CrudException {
        String source = switch (operator) {
            case "like" -> text;
            case "start" -> "^" + text;
            case "end" -> text + "$";
            default -> null;
        };
        if (source == null) {
            return Optional.empty();
        }
        return switch (JsRegex.compile(source, true)) {
            case JsRegex.Compiled(JsRegex compiled) -> Optional.of(compiled);
            case JsRegex.Invalid(String message, var _) -> throw new CrudException(message);
        };
    }
}
