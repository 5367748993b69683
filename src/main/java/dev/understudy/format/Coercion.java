package dev.understudy.format;

import dev.understudy.environment.EnvironmentJson;
import dev.understudy.environment.Field;
import dev.understudy.environment.FieldType;
import dev.understudy.environment.Limits;
import dev.understudy.environment.Schema;
import dev.understudy.environment.Texts;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// What a field makes of any JSON value: the value itself, the nearest thing that it can mean, or the default.
///
/// @param value fits the field
/// @param remark what was done, in a sentence; empty if the value was right as it was
record Coercion(Object value, Optional<String> remark) {

    /// Texts that are never empty.
    private static final Set<Field<?>> NOT_EMPTY = Set.of(Schema.RESPONSE_CRUD_KEY, Schema.CALLBACK_NAME);

    private static final int SHOWN = 60;

    /// @throws Refusal without place if a text is longer than the field's limit
    static Coercion of(Field<?> field, JsonNode json) {
        if (EnvironmentJson.read(field, json) instanceof EnvironmentJson.Reading.Value(Object value)
                && !(value.equals("") && NOT_EMPTY.contains(field))) {
            return new Coercion(value, Optional.empty());
        }
        return switch (field.type()) {
            case FieldType.Text(int maxLength) -> text(field, json, maxLength);
            case FieldType.Reference _ -> text(field, json, Limits.MAX_SHORT_TEXT);
            case FieldType.Whole whole -> number(field, json, whole);
            case FieldType.Choice<?> choice -> choice(field, json, choice);
            case FieldType.Flag _, FieldType.Path _, FieldType.Content _ -> byDefault(field, json);
        };
    }

    private static Coercion text(Field<?> field, JsonNode json, int maxLength) {
        if (json.isNull() || json.stringValue("-").isEmpty()) {
            return byDefault(field, json);
        }
        String text = json.isString() ? json.stringValue() : JsonText.raw(json);
        if (text.length() > maxLength) {
            throw new ImportRefusal(
                    "",
                    "%s has %,d characters, and the limit is %,d. Shorten it."
                            .formatted(field.label(), text.length(), maxLength));
        }
        Optional<String> flaw = Texts.flaw(text);
        if (flaw.isPresent()) {
            return mended(Texts.mended(text), "The text %s, so that was replaced by \uFFFD.".formatted(flaw.get()));
        }
        return mended(text, "This should be a text, so %s was made one.".formatted(shown(json)));
    }

    private static Coercion number(Field<?> field, JsonNode json, FieldType.Whole whole) {
        Optional<BigDecimal> number =
                json.isNumber() || json.isString() ? decimal(json.asString("")) : Optional.empty();
        Optional<Integer> rounded = number.filter(given -> isBetween(given, whole))
                .map(given -> Math.toIntExact(Math.round(given.doubleValue())))
                .filter(value -> whole.refusal(value).isEmpty());
        return rounded.map(value -> mended(
                        value, "This should be a whole number, so %s was taken as %d.".formatted(shown(json), value)))
                .orElseGet(() -> byDefault(field, json));
    }

    /// Words in other cases are meant: `GET` is `get`.
    private static Coercion choice(Field<?> field, JsonNode json, FieldType.Choice<?> choice) {
        String given = json.stringValue("").strip();
        return choice.words().stream()
                .filter(word -> word.equalsIgnoreCase(given) && !given.isEmpty())
                .findFirst()
                .map(word -> mended(
                        word,
                        "This should be written otherwise, so %s was taken as \"%s\".".formatted(shown(json), word)))
                .orElseGet(() -> byDefault(field, json));
    }

    private static Coercion byDefault(Field<?> field, JsonNode json) {
        String standard = field.plainDefault().equals("")
                ? "nothing"
                : shortened(field.plainDefault().toString());
        String reason = EnvironmentJson.read(field, json) instanceof EnvironmentJson.Reading.Refused(String why)
                ? "This " + why
                : "This must not be empty";
        return mended(
                field.plainDefault(), "%s, so %s was taken instead of %s.".formatted(reason, standard, shown(json)));
    }

    private static Coercion mended(Object value, String remark) {
        return new Coercion(value, Optional.of(remark));
    }

    private static boolean isBetween(BigDecimal number, FieldType.Whole whole) {
        return number.compareTo(BigDecimal.valueOf(whole.min())) >= 0
                && number.compareTo(BigDecimal.valueOf(whole.max())) <= 0;
    }

    private static Optional<BigDecimal> decimal(String text) {
        try {
            return text.length() > SHOWN ? Optional.empty() : Optional.of(new BigDecimal(text.strip()));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static String shown(JsonNode json) {
        return shortened(JsonText.raw(json));
    }

    private static String shortened(String text) {
        String printable = Texts.mended(text).replaceAll("\\s+", " ");
        return printable.length() > SHOWN ? printable.substring(0, SHOWN) + "…" : printable;
    }
}
