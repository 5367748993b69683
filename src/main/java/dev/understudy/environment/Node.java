package dev.understudy.environment;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// One element of an environment: what it is, where it stands, and its values. Immutable; the array of
/// values is shared and never written after construction.
///
/// `extras` are properties of an imported file that the schema does not know, as name and raw JSON text.
/// They take part in nothing and are exported again.
public final class Node {

    private final NodeId id;
    private final Kind kind;
    private final @Nullable NodeId parent;
    private final Slot slot;
    private final OrderKey order;
    private final Object[] values;
    private final Map<String, String> extras;

    private Node(
            NodeId id,
            Kind kind,
            @Nullable NodeId parent,
            Slot slot,
            OrderKey order,
            Object[] values,
            Map<String, String> extras) {
        this.id = id;
        this.kind = kind;
        this.parent = parent;
        this.slot = slot;
        this.order = order;
        this.values = values;
        this.extras = extras;
    }

    /// The root of a document, with default values.
    public static Node root(NodeId id) {
        return new Node(id, Kind.ENVIRONMENT, null, Slot.ROOT, OrderKey.FIRST, defaults(Kind.ENVIRONMENT), Map.of());
    }

    /// A node below another, with default values.
    ///
    /// @throws IllegalArgumentException if a node of this kind can't be in that list
    public static Node of(NodeId id, Kind kind, NodeId parent, Slot slot, OrderKey order) {
        if (!slot.takes(kind) || slot == Slot.ROOT) {
            throw new IllegalArgumentException("A " + kind.wireName() + " cannot stand in " + slot);
        }
        return new Node(id, kind, parent, slot, order, defaults(kind), Map.of());
    }

    public NodeId id() {
        return id;
    }

    public Kind kind() {
        return kind;
    }

    /// The parent; null only for the root.
    public @Nullable NodeId parent() {
        return parent;
    }

    public Slot slot() {
        return slot;
    }

    public OrderKey order() {
        return order;
    }

    public Map<String, String> extras() {
        return extras;
    }

    /// The value of a field.
    ///
    /// @throws IllegalArgumentException if the field belongs to another kind
    public <T> T get(Field<T> field) {
        return field.typed(values[indexOf(field)]);
    }

    /// The value of a field in its plain form.
    ///
    /// @throws IllegalArgumentException if the field belongs to another kind
    public Object plain(Field<?> field) {
        return values[indexOf(field)];
    }

    /// An extra of the same name was what another version had stored for this field; it goes.
    public <T> Node with(Field<T> field, T value) {
        return withPlain(field, field.plain(value));
    }

    /// Like [#with] for a plain value.
    ///
    /// @throws ClassCastException if the value is not of the field's type
    public Node withPlain(Field<?> field, Object value) {
        Object[] copy = values.clone();
        copy[indexOf(field)] = field.type().plainClass().cast(value);
        return new Node(id, kind, parent, slot, order, copy, extrasWithout(field));
    }

    private Map<String, String> extrasWithout(Field<?> field) {
        if (!extras.containsKey(field.key())) {
            return extras;
        }
        Map<String, String> fewer = new HashMap<>(extras);
        fewer.remove(field.key());
        return Map.copyOf(fewer);
    }

    public Node withExtras(Map<String, String> newExtras) {
        return new Node(id, kind, parent, slot, order, values, Map.copyOf(newExtras));
    }

    public Node at(NodeId newParent, Slot newSlot, OrderKey newOrder) {
        return new Node(id, kind, newParent, newSlot, newOrder, values, extras);
    }

    /// Bytes that count against [Limits#MAX_ENVIRONMENT_BYTES].
    long weight() {
        long bytes = Limits.NODE_OVERHEAD_BYTES;
        for (Object value : values) {
            bytes += value instanceof String text ? Texts.utf8Length(text) : 0;
        }
        for (Map.Entry<String, String> extra : extras.entrySet()) {
            bytes += Texts.utf8Length(extra.getKey()) + Texts.utf8Length(extra.getValue());
        }
        return bytes;
    }

    private int indexOf(Field<?> field) {
        if (field.kind() != kind) {
            throw new IllegalArgumentException(field + " is not a field of a " + kind.wireName());
        }
        return field.index();
    }

    private static Object[] defaults(Kind kind) {
        List<Field<?>> fields = Schema.fieldsOf(kind);
        Object[] values = new Object[fields.size()];
        for (Field<?> field : fields) {
            values[field.index()] = field.plainDefault();
        }
        return values;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof Node node
                        && id.equals(node.id)
                        && kind == node.kind
                        && Objects.equals(parent, node.parent)
                        && slot == node.slot
                        && order.equals(node.order)
                        && Arrays.equals(values, node.values)
                        && extras.equals(node.extras));
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    @Override
    public String toString() {
        return kind.wireName() + " " + id + " " + Arrays.toString(values);
    }
}
