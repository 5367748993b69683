package dev.understudy.format.openapi;

import dev.understudy.js.Conversions;
import dev.understudy.js.JsArray;
import dev.understudy.js.JsObject;
import dev.understudy.js.JsValue;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/// The headers of responses: their media type, and what the description says of others.
final class HeaderRows {

    private static final JsValue NOTHING = JsValue.Undefined.UNDEFINED;

    private final ExpansionBudget budget;
    private final SchemaSample sample;

    HeaderRows(ExpansionBudget budget, SchemaSample sample) {
        this.budget = budget;
        this.sample = sample;
    }

    /// @throws ExpansionBudget.Spent if a value would be larger than a body may be
    JsArray of(MediaTypes types, JsValue headers) throws ExpansionBudget.Spent {
        List<JsValue> rows = new ArrayList<>();
        rows.add(row("Content-Type", types.header()));
        for (Map.Entry<String, JsValue> header :
                LenientValues.object(headers).members().entrySet()) {
            rows.add(row(header.getKey(), text(value(LenientValues.object(header.getValue())))));
        }
        return JsArray.of(rows);
    }

    static JsObject row(String key, String value) {
        return JsObject.builder()
                .set("key", new JsValue.Text(key))
                .set("value", new JsValue.Text(value))
                .build();
    }

    /// Lists as headers have them, with commas; objects as JSON.
    private String text(JsValue value) throws ExpansionBudget.Spent {
        if (value.isNullish()) {
            return "";
        }
        boolean nested = value instanceof JsObject || value.depth() > 1;
        return nested ? GeneratedJson.inOneLine(value, budget) : LenientValues.text(value);
    }

    private JsValue value(JsObject header) throws ExpansionBudget.Spent {
        if (!header.get("example").isNullish()) {
            return header.get("example");
        }
        Iterator<JsValue> examples =
                LenientValues.entries(header.get("examples")).values().iterator();
        if (examples.hasNext()) {
            return LenientValues.object(examples.next()).get("value");
        }
        JsValue schema = header.get("schema");
        return Conversions.isTruthy(schema) ? sample.of(schema) : NOTHING;
    }
}
