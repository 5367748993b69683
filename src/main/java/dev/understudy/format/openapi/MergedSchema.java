package dev.understudy.format.openapi;

import dev.understudy.js.Conversions;
import dev.understudy.js.JsArray;
import dev.understudy.js.JsObject;
import dev.understudy.js.JsValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The one schema that stands for all parts of an `allOf`: always of an object, with the properties and examples of
/// all, the choices of all, and the first default. What the parts say by `allOf` or `oneOf` themselves is not looked
/// at.
final class MergedSchema {

    private final JsObject.Builder properties = JsObject.builder();
    private final JsObject.Builder examples = JsObject.builder();
    private final List<JsValue> choices = new ArrayList<>();
    private final Set<JsValue> plainChoices = new HashSet<>();
    private final JsObject.Builder merged = JsObject.builder().set("type", new JsValue.Text("object"));

    private final ExpansionBudget budget;
    private long members;

    private MergedSchema(ExpansionBudget budget) {
        this.budget = budget;
    }

    /// @throws ExpansionBudget.Spent if the parts have more members than a body may have values
    static JsObject of(JsArray parts, ExpansionBudget budget) throws ExpansionBudget.Spent {
        MergedSchema all = new MergedSchema(budget);
        boolean chooses = false;
        boolean shows = false;
        JsValue byDefault = JsValue.Undefined.UNDEFINED;
        for (JsValue value : parts.values()) {
            JsObject part = LenientValues.object(value);
            all.count(part);
            all.properties.setAll(members(part.get("properties")));
            all.examples.setAll(members(part.get("example")));
            all.choose(part.get("enum"));
            chooses |= part.get("enum") instanceof JsArray;
            shows |= part.has("example");
            byDefault = byDefault == JsValue.Undefined.UNDEFINED ? part.get("default") : byDefault;
        }
        all.setIf(chooses, "enum", JsArray.of(all.choices));
        all.setIf(shows, "example", all.examples.build());
        all.setIf(byDefault != JsValue.Undefined.UNDEFINED, "default", byDefault);
        return all.merged.set("properties", all.properties.build()).build();
    }

    /// Before they are put together: of very many parts each may have very many.
    private void count(JsObject part) throws ExpansionBudget.Spent {
        long more = 1L + size(part.get("properties")) + size(part.get("example")) + size(part.get("enum"));
        budget.work(more);
        members += more;
        if (members > ExpansionBudget.MAX_BODY_STEPS) {
            throw new ExpansionBudget.Spent();
        }
    }

    private static int size(JsValue value) {
        return switch (value) {
            case JsObject object -> object.size();
            case JsArray array -> array.size();
            case JsValue.Text(String text) -> text.length();
            case JsValue.Undefined _,
                    JsValue.Null _,
                    JsValue.Bool _,
                    JsValue.Num _,
                    JsValue.Big _,
                    JsValue.Moment _,
                    JsValue.SafeText _ -> 0;
        };
    }

    private void setIf(boolean there, String name, JsValue value) {
        if (there) {
            merged.set(name, value);
        }
    }

    private void choose(JsValue more) {
        if (more instanceof JsArray values) {
            for (JsValue choice : values.values()) {
                if (choice.depth() > 0 || plainChoices.add(choice)) {
                    choices.add(choice);
                }
            }
        }
    }

    /// What JavaScript's `{...value}` has.
    private static JsObject members(JsValue value) {
        if (value instanceof JsValue.Text(String text)) {
            JsObject.Builder characters = JsObject.builder();
            for (int at = 0; at < text.length(); at++) {
                characters.set(String.valueOf(at), new JsValue.Text(text.substring(at, at + 1)));
            }
            return characters.build();
        }
        return Conversions.isTruthy(value) ? JsObject.of(LenientValues.entries(value)) : JsObject.EMPTY;
    }
}
