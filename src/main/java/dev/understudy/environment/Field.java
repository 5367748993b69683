package dev.understudy.environment;

import java.util.Optional;

/// One property of a node kind: its key in the exchange format, type, default and label. Declared once, in
/// [Schema]; edits, JSON, forms and the engine all reach values through it.
public final class Field<T> {

    private final Kind kind;
    private final String key;
    private final String label;
    private final FieldType<T> type;
    private final T defaultValue;
    private final int index;

    Field(Kind kind, String key, String label, FieldType<T> type, T defaultValue, int index) {
        this.kind = kind;
        this.key = key;
        this.label = label;
        this.type = type;
        this.defaultValue = defaultValue;
        this.index = index;
    }

    public Kind kind() {
        return kind;
    }

    public String key() {
        return key;
    }

    public String label() {
        return label;
    }

    public FieldType<T> type() {
        return type;
    }

    public T defaultValue() {
        return defaultValue;
    }

    /// The default in its plain form.
    public Object plainDefault() {
        return type.plain(defaultValue);
    }

    /// The place of the value in [Node]'s array.
    int index() {
        return index;
    }

    /// Why a plain value of any Java type can't be taken; empty if it can.
    public Optional<String> refusal(Object value) {
        return type.plainClass().isInstance(value)
                ? type.refusal(value)
                : Optional.of("must be a " + typeName() + ", not a " + nameOf(value));
    }

    /// How far a value is beyond the length that this field takes; empty if it is not.
    public Optional<Excess> excess(Object value) {
        int limit = switch (type) {
            case FieldType.Text(int maxLength) -> maxLength;
            case FieldType.Reference _ -> Limits.MAX_SHORT_TEXT;
            case FieldType.Path _ -> AssetPath.MAX_LENGTH;
            case FieldType.Whole _, FieldType.Flag _, FieldType.Choice<?> _, FieldType.Content _ -> Integer.MAX_VALUE;
        };
        return value instanceof String text && text.length() > limit
                ? Optional.of(new Excess(limit, text.length()))
                : Optional.empty();
    }

    /// A plain value in its typed form. Only for what is not refused.
    T typed(Object plain) {
        return type.typed(plain);
    }

    /// A value as nodes keep it and edits carry it.
    public Object plain(T value) {
        return type.plain(value);
    }

    private String typeName() {
        return switch (type) {
            case FieldType.Whole _ -> "whole number";
            case FieldType.Flag _ -> "boolean";
            case FieldType.Text _,
                    FieldType.Choice<?> _,
                    FieldType.Reference _,
                    FieldType.Path _,
                    FieldType.Content _ -> "string";
        };
    }

    private static String nameOf(Object value) {
        return switch (value) {
            case String _ -> "string";
            case Boolean _ -> "boolean";
            case Number _ -> "number";
            default -> "JSON object or array";
        };
    }

    @Override
    public String toString() {
        return kind.wireName() + "." + key;
    }
}
