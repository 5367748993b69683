package dev.understudy.js;

import dev.understudy.js.JsValue.Undefined;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Named values. The names that are array indexes come first, in the order of their numbers; the others follow in
/// the order in which they were set, as in JavaScript.
public final class JsObject implements JsValue {

    /// Where there are none, as in millions of objects of a hostile body.
    private static final Map<String, JsValue> NO_MEMBERS = new LinkedHashMap<>();

    public static final JsObject EMPTY = new JsObject(NO_MEMBERS);

    private static final long MAX_INDEX = 4_294_967_294L;
    private static final int MAX_INDEX_DIGITS = 10;

    private final Map<String, JsValue> members;
    private final int depth;
    private final long weight;

    private JsObject(Map<String, JsValue> members) {
        this.members = members;
        int deepest = 0;
        long sum = WEIGHT;
        for (Map.Entry<String, JsValue> member : members.entrySet()) {
            deepest = Math.max(deepest, member.getValue().depth());
            sum = Math.min(
                    MAX_WEIGHT,
                    sum + WEIGHT + member.getKey().length() + member.getValue().weight());
        }
        depth = deepest + 1;
        weight = sum;
    }

    @Override
    public long weight() {
        return weight;
    }

    @Override
    public int depth() {
        return depth;
    }

    public static JsObject of(Map<String, ? extends JsValue> members) {
        Builder builder = new Builder();
        members.forEach(builder::set);
        return builder.build();
    }

    public static Builder builder() {
        return new Builder();
    }

    /// The value of that name; undefined if there is none.
    public JsValue get(String name) {
        JsValue found = members.get(name);
        return found == null ? Undefined.UNDEFINED : found;
    }

    public boolean has(String name) {
        return members.containsKey(name);
    }

    public Set<String> names() {
        return Collections.unmodifiableSet(members.keySet());
    }

    /// Names and values, in order.
    public Map<String, JsValue> members() {
        return Collections.unmodifiableMap(members);
    }

    public int size() {
        return members.size();
    }

    public JsObject with(String name, JsValue value) {
        return builder().setAll(this).set(name, value).build();
    }

    /// With all of another object's values; on a name of both, the other's.
    public JsObject with(JsObject other) {
        return builder().setAll(this).setAll(other).build();
    }

    public JsObject without(String name) {
        if (!members.containsKey(name)) {
            return this;
        }
        Map<String, JsValue> fewer = new LinkedHashMap<>(members);
        fewer.remove(name);
        return new JsObject(fewer);
    }

    /// Whether JavaScript takes a name for an array index.
    public static boolean isIndex(String name) {
        int length = name.length();
        if (length == 0 || length > MAX_INDEX_DIGITS || (length > 1 && name.charAt(0) == '0')) {
            return false;
        }
        for (int at = 0; at < length; at++) {
            if (name.charAt(at) < '0' || name.charAt(at) > '9') {
                return false;
            }
        }
        return Long.parseLong(name) <= MAX_INDEX;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other || (other instanceof JsObject object && members.equals(object.members));
    }

    @Override
    public int hashCode() {
        return members.hashCode();
    }

    @Override
    public String toString() {
        return members.toString();
    }

    /// Takes values in the order in which a program sets them. Not to be used after [#build].
    public static final class Builder {

        private final Map<String, JsValue> members = new LinkedHashMap<>();
        private boolean indexed;

        private Builder() {}

        /// A name that was set before keeps its place.
        public Builder set(String name, JsValue value) {
            indexed |= isIndex(name);
            members.put(name, value);
            return this;
        }

        public Builder setAll(JsObject object) {
            object.members.forEach(this::set);
            return this;
        }

        public JsObject build() {
            return new JsObject(members.isEmpty() ? NO_MEMBERS : indexed ? inOrder(members) : members);
        }

        private static Map<String, JsValue> inOrder(Map<String, JsValue> members) {
            List<String> indexes = new ArrayList<>(
                    members.keySet().stream().filter(JsObject::isIndex).toList());
            indexes.sort(Comparator.comparingLong(Long::parseLong));
            Map<String, JsValue> ordered = new LinkedHashMap<>();
            indexes.forEach(name -> ordered.put(name, members.getOrDefault(name, Undefined.UNDEFINED)));
            members.forEach(ordered::putIfAbsent);
            return ordered;
        }
    }
}
