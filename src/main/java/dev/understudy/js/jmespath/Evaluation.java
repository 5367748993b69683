package dev.understudy.js.jmespath;

import dev.understudy.js.Effort;
import dev.understudy.js.JsArray;
import dev.understudy.js.JsObject;
import dev.understudy.js.JsValue;
import dev.understudy.js.JsValue.Bool;
import dev.understudy.js.JsValue.Null;
import dev.understudy.js.JsValue.Num;
import dev.understudy.js.JsValue.Text;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What an expression makes of a value.
///
/// @param root what the whole expression is applied to
/// @param variables of the surrounding `let`s
record Evaluation<X extends Exception>(JsValue root, Map<String, JsValue> variables, Effort<X> effort) {

    JsValue of(Node node, JsValue value) throws X {
        effort.spend(1);
        return switch (node) {
            case Node.Current _ -> value;
            case Node.Root _ -> root;
            case Node.Literal(JsValue literal) -> literal;
            case Node.Field(String name) -> value instanceof JsObject object ? orNull(object.get(name)) : Null.NULL;
            case Node.Variable(String name) -> variable(name);
            case Node.Chain(Node left, Node right, boolean ofNothing) -> {
                JsValue found = of(left, value);
                yield found.isNullish() && !ofNothing ? Null.NULL : of(right, found);
            }
            case Node.Index(int index) -> index(value, index);
            case Node.Slice slice -> Slices.slice(value, slice, effort);
            case Node.Flatten(Node inner) -> flattened(of(inner, value));
            case Node.Projection(Node left, Node right, Node.Source source) ->
                projection(of(left, value), right, source);
            case Node.Filter(Node left, Node condition, Node right) -> filter(of(left, value), condition, right);
            case Node.Or(Node left, Node right) -> {
                JsValue first = of(left, value);
                yield isFalse(first) ? of(right, value) : first;
            }
            case Node.And(Node left, Node right) -> {
                JsValue first = of(left, value);
                yield isFalse(first) ? first : of(right, value);
            }
            case Node.Not(Node inner) -> Bool.of(isFalse(of(inner, value)));
            case Node.Ternary(Node condition, Node yes, Node no) -> of(isFalse(of(condition, value)) ? no : yes, value);
            case Node.Binary(String operator, Node left, Node right) ->
                Operators.apply(operator, of(left, value), of(right, value), effort);
            case Node.Signed(boolean negative, Node inner) -> {
                double number = Operators.number(of(inner, value));
                yield new Num(negative ? -number : number);
            }
            case Node.ListOf(List<Node> items) -> {
                List<JsValue> values = new ArrayList<>();
                for (Node item : items) {
                    values.add(of(item, value));
                }
                yield JsArray.of(values);
            }
            case Node.HashOf(Map<String, Node> members) -> hash(members, value);
            case Node.Function(String name, List<Node> arguments) -> call(name, arguments, value);
            case Node.Reference _ -> throw new JmesException("An expression is no value");
            case Node.Let(Map<String, Node> bindings, Node body) -> {
                Map<String, JsValue> inner = new HashMap<>(variables);
                for (Map.Entry<String, Node> binding : bindings.entrySet()) {
                    inner.put(binding.getKey(), of(binding.getValue(), value));
                }
                yield new Evaluation<>(root, inner, effort).of(body, value);
            }
        };
    }

    private JsValue variable(String name) {
        JsValue value = variables.get(name);
        if (value == null) {
            throw new JmesException("There is no variable " + name);
        }
        return value;
    }

    private static JsValue orNull(JsValue value) {
        return value.isNullish() ? Null.NULL : value;
    }

    private static JsValue index(JsValue value, int index) {
        return value instanceof JsArray array ? orNull(array.get(index < 0 ? array.size() + index : index)) : Null.NULL;
    }

    private JsValue flattened(JsValue value) throws X {
        if (!(value instanceof JsArray array)) {
            return Null.NULL;
        }
        List<JsValue> flat = new ArrayList<>();
        for (JsValue item : array.values()) {
            if (item instanceof JsArray inner) {
                effort.spend(inner.size());
                flat.addAll(inner.values());
            } else {
                flat.add(item);
            }
        }
        return JsArray.of(flat);
    }

    private JsValue projection(JsValue value, Node right, Node.Source source) throws X {
        if (source == Node.Source.SLICE && value instanceof Text) {
            return of(right, value);
        }
        if (source == Node.Source.VALUES) {
            return value instanceof JsObject object
                    ? projected(List.copyOf(object.members().values()), right)
                    : Null.NULL;
        }
        return value instanceof JsArray array ? projected(array.values(), right) : Null.NULL;
    }

    private JsValue projected(List<JsValue> items, Node right) throws X {
        List<JsValue> values = new ArrayList<>();
        for (JsValue item : items) {
            JsValue value = of(right, item);
            if (value != Null.NULL) {
                values.add(value);
            }
        }
        return JsArray.of(values);
    }

    private JsValue filter(JsValue value, Node condition, Node right) throws X {
        if (!(value instanceof JsArray array)) {
            return Null.NULL;
        }
        List<JsValue> values = new ArrayList<>();
        for (JsValue item : array.values()) {
            if (!isFalse(of(condition, item))) {
                values.add(item);
            }
        }
        return projected(values, right);
    }

    private JsValue hash(Map<String, Node> members, JsValue value) throws X {
        JsObject.Builder object = JsObject.builder();
        for (Map.Entry<String, Node> member : members.entrySet()) {
            object.set(member.getKey(), of(member.getValue(), value));
        }
        return object.build();
    }

    private JsValue call(String name, List<Node> arguments, JsValue value) throws X {
        List<JsValue> values = new ArrayList<>();
        List<Node> references = new ArrayList<>();
        for (Node argument : arguments) {
            if (argument instanceof Node.Reference(Node of)) {
                references.add(of);
            } else {
                values.add(of(argument, value));
            }
        }
        return new Functions<>(this, values, references).call(name);
    }

    /// What a condition takes for no: nothing, and what is empty. Not 0.
    static boolean isFalse(JsValue value) {
        return switch (value) {
            case Text(String text) -> text.isEmpty();
            case JsArray array -> array.size() == 0;
            case JsObject object -> object.size() == 0;
            default -> value.isNullish() || value == Bool.FALSE;
        };
    }
}
