package dev.understudy.js;

import dev.understudy.js.JsValue.Bool;
import dev.understudy.js.JsValue.Null;
import dev.understudy.js.JsValue.Text;
import dev.understudy.js.JsValue.Undefined;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/// JSON text to values and back: `JSON.parse` and `JSON.stringify`.
public final class JsJson {

    /// Deeper texts are not read, and deeper values not written.
    public static final int MAX_DEPTH = 500;

    /// Texts with more values are not read: the smallest ones take far more memory than their text.
    public static final int MAX_VALUES = 1_000_000;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNumberLength(Integer.MAX_VALUE)
                    .maxNameLength(Integer.MAX_VALUE)
                    .build())
            .build();

    private JsJson() {}

    /// The value that a text stands for; empty if it is not JSON.
    public static Optional<JsValue> parse(String text) {
        return parse(text, MAX_VALUES, steps -> {});
    }

    /// The same, paid for while it is read: a step for each value.
    ///
    /// @param maxValues texts with more are not read
    /// @throws X if there is not enough to pay with
    public static <X extends Exception> Optional<JsValue> parse(String text, int maxValues, Effort<X> effort) throws X {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
            if (parser.nextToken() == null) {
                return Optional.empty();
            }
            JsValue value = new Reading<>(parser, maxValues, effort).value();
            return parser.nextToken() == null ? Optional.of(value) : Optional.empty();
        } catch (JacksonException | TooManyValues malformed) {
            return Optional.empty();
        }
    }

    /// The text without spaces; empty for undefined, which JSON has no word for.
    ///
    /// @throws IllegalArgumentException if a value is nested too deep, or is a [Big]
    public static Optional<String> print(JsValue value) {
        return print(value, 0);
    }

    /// The text, laid out in lines unless the indentation is 0.
    ///
    /// @throws IllegalArgumentException if a value is nested too deep, or is a [Big]
    public static Optional<String> print(JsValue value, int indentation) {
        return print(value, indentation, steps -> {});
    }

    /// The text, which is paid for while it is made: a step for each character.
    ///
    /// @param indentation 0 for a text without spaces
    /// @throws IllegalArgumentException if a value is nested too deep, or is a [Big]
    /// @throws X if there is not enough to pay with
    public static <X extends Exception> Optional<String> print(JsValue value, int indentation, Effort<X> effort)
            throws X {
        if (value == Undefined.UNDEFINED) {
            return Optional.empty();
        }
        return Optional.of(new JsonPrinter<>(" ".repeat(indentation), effort).print(value));
    }

    /// There are more than wanted.
    private static final class TooManyValues extends RuntimeException {

        private static final long serialVersionUID = 1L;

        TooManyValues() {
            super("Too many values", null, false, false);
        }
    }

    /// One text on its way to a value.
    private static final class Reading<X extends Exception> {

        private final JsonParser parser;
        private final int maxValues;
        private final Effort<X> effort;
        private int count;

        Reading(JsonParser parser, int maxValues, Effort<X> effort) {
            this.parser = parser;
            this.maxValues = maxValues;
            this.effort = effort;
        }

        JsValue value() throws X {
            if (++count > maxValues) {
                throw new TooManyValues();
            }
            effort.spend(1);
            return switch (parser.currentToken()) {
                case START_OBJECT -> object();
                case START_ARRAY -> array();
                case VALUE_STRING -> new Text(parser.getString());
                case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> Numbers.decimal(parser.getString());
                case VALUE_TRUE -> Bool.TRUE;
                case VALUE_FALSE -> Bool.FALSE;
                case VALUE_NULL -> Null.NULL;
                case NOT_AVAILABLE, END_OBJECT, END_ARRAY, PROPERTY_NAME, VALUE_EMBEDDED_OBJECT ->
                    throw new IllegalStateException("No value starts with " + parser.currentToken());
            };
        }

        private JsObject object() throws X {
            JsObject.Builder object = JsObject.builder();
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String name = parser.currentName();
                parser.nextToken();
                object.set(name, value());
            }
            return object.build();
        }

        private JsArray array() throws X {
            List<JsValue> values = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                values.add(value());
            }
            return JsArray.of(values);
        }
    }
}
