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
record JmesEvaluation<X extends Exception>(JsValue root, Map<String, JsValue> variables, Effort<X> effort) {

    JsValue of(JmesNode node, JsValue value) throws X {
        effort.spend(1);
        return switch (node) {
            case JmesNode.Current _ -> value;
            case JmesNode.Root _ -> root;
            case JmesNode.Literal(JsValue literal) -> literal;
            case JmesNode.Field(String name) -> value instanceof JsObject object ? orNull(object.get(name)) : Null.NULL;
            case JmesNode.Variable(String name) -> variable(name);
            case JmesNode.Chain(JmesNode left, JmesNode right, boolean ofNothing) -> {
                JsValue found = of(left, value);
                yield found.isNullish() && !ofNothing ? Null.NULL : of(right, found);
            }
            case JmesNode.Index(int index) -> index(value, index);
            case JmesNode.Slice slice -> Slices.slice(value, slice, effort);
            case JmesNode.Flatten(JmesNode inner) -> flattened(of(inner, value));
            case JmesNode.Projection(JmesNode left, JmesNode right, JmesNode.Source source) ->
                projection(of(left, value), right, source);
            case JmesNode.Filter(JmesNode left, JmesNode condition, JmesNode right) ->
                filter(of(left, value), condition, right);
            case JmesNode.Or(JmesNode left, JmesNode right) -> {
                JsValue first = of(left, value);
                yield isFalse(first) ? of(right, value) : first;
            }
            case JmesNode.And(JmesNode left, JmesNode right) -> {
                JsValue first = of(left, value);
                yield isFalse(first) ? first : of(right, value);
            }
            case JmesNode.Not(JmesNode inner) -> Bool.of(isFalse(of(inner, value)));
            case JmesNode.Ternary(JmesNode condition, JmesNode yes, JmesNode no) ->
                of(isFalse(of(condition, value)) ? no : yes, value);
            case JmesNode.Binary(String operator, JmesNode left, JmesNode right) ->
                Operators.apply(operator, of(left, value), of(right, value), effort);
            case JmesNode.Signed(boolean negative, JmesNode inner) -> {
                Num number = Operators.operand(of(inner, value));
                yield negative ? number.negative() : number;
            }
            case JmesNode.ListOf(List<JmesNode> items) -> {
                List<JsValue> values = new ArrayList<>();
                for (JmesNode item : items) {
                    values.add(of(item, value));
                }
                yield JsArray.of(values);
            }
            case JmesNode.HashOf(Map<String, JmesNode> members) -> hash(members, value);
            case JmesNode.Function(String name, List<JmesNode> arguments) -> call(name, arguments, value);
            case JmesNode.Reference _ -> throw new JmesException("An expression is no value");
            case JmesNode.Let(Map<String, JmesNode> bindings, JmesNode body) -> {
                Map<String, JsValue> inner = new HashMap<>(variables);
                for (Map.Entry<String, JmesNode> binding : bindings.entrySet()) {
                    inner.put(binding.getKey(), of(binding.getValue(), value));
                }
                yield new JmesEvaluation<>(root, inner, effort).of(body, value);
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

    private JsValue projection(JsValue value, JmesNode right, JmesNode.Source source) throws X {
        if (source == JmesNode.Source.SLICE && value instanceof Text) {
            return of(right, value);
        }
        if (source == JmesNode.Source.VALUES) {
            return value instanceof JsObject object
                    ? projected(List.copyOf(object.members().values()), right)
                    : Null.NULL;
        }
        return value instanceof JsArray array ? projected(array.values(), right) : Null.NULL;
    }

    private JsValue projected(List<JsValue> items, JmesNode right) throws X {
        List<JsValue> values = new ArrayList<>();
        for (JsValue item : items) {
            JsValue value = of(right, item);
            if (value != Null.NULL) {
                values.add(value);
            }
        }
        return JsArray.of(values);
    }

    private JsValue filter(JsValue value, JmesNode condition, JmesNode right) throws X {
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

    private JsValue hash(Map<String, JmesNode> members, JsValue value) throws X {
        JsObject.Builder object = JsObject.builder();
        for (Map.Entry<String, JmesNode> member : members.entrySet()) {
            object.set(member.getKey(), of(member.getValue(), value));
        }
        return object.build();
    }

    private JsValue call(String name, List<JmesNode> arguments, JsValue value) throws X {
        List<JsValue> values = new ArrayList<>();
        List<JmesNode> references = new ArrayList<>();
        for (JmesNode argument : arguments) {
            if (argument instanceof JmesNode.Reference(JmesNode of)) {
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
