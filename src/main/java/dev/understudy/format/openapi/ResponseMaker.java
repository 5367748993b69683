package dev.understudy.format.openapi;

import dev.understudy.environment.Limits;
import dev.understudy.js.JsArray;
import dev.understudy.js.JsObject;
import dev.understudy.js.JsValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Makes the responses of routes: one for each status, and one for each of its examples. Used by one thread, once.
final class ResponseMaker {

    /// @param response in the exchange format
    record Made(JsObject response, Place origin) {}

    private static final JsValue NOTHING = JsValue.Undefined.UNDEFINED;

    private final boolean swagger;
    private final Findings findings;
    private final Allowance allowance = new Allowance();
    private final SchemaSample sample = new SchemaSample(allowance);
    private final HeaderRows headers = new HeaderRows(allowance, sample);

    ResponseMaker(boolean swagger, Findings findings) {
        this.swagger = swagger;
        this.findings = findings;
    }

    /// All that one status has.
    List<Made> of(int status, JsObject response, MediaTypes types, Place place) {
        Optional<String> json = types.json();
        JsArray rows = rows(types, response, place);
        List<Made> made = new ArrayList<>();
        String label = Values.label(response.get("description"));
        made.add(made(status, label, body(schema(response, json), place), rows, place));
        for (Map.Entry<String, JsValue> example : examples(response, json).entrySet()) {
            Place at = swagger || json.isEmpty()
                    ? place.to("examples", example.getKey())
                    : place.to("content", json.get()).to("examples", example.getKey());
            JsValue value = swagger
                    ? example.getValue()
                    : Values.object(example.getValue()).get("value");
            made.add(made(status, example.getKey(), text(value, at), rows, at));
        }
        return made;
    }

    /// What answers where a description tells of no response.
    Made empty(Place place) {
        JsArray rows = JsArray.of(HeaderRows.row("Content-Type", new MediaTypes(List.of()).header()));
        return made(200, "", "", rows, place);
    }

    private Made made(int status, String label, String body, JsArray rows, Place origin) {
        allowance.keep(label);
        allowance.keep(body);
        rows.values()
                .forEach(row -> allowance.keep(Values.text(Values.object(row).get("value"))));
        String shortLabel =
                label.length() > Limits.MAX_SHORT_TEXT ? label.substring(0, Limits.MAX_SHORT_TEXT - 1) + "…" : label;
        JsObject response = JsObject.builder()
                .set("body", new JsValue.Text(body))
                .set("statusCode", new JsValue.Num(status))
                .set("label", new JsValue.Text(shortLabel))
                .set("headers", rows)
                .build();
        return new Made(response, origin);
    }

    private JsValue schema(JsObject response, Optional<String> json) {
        if (swagger) {
            return json.isPresent() ? response.get("schema") : NOTHING;
        }
        return json.map(type -> media(response, type).get("schema")).orElse(NOTHING);
    }

    private Map<String, JsValue> examples(JsObject response, Optional<String> json) {
        return Values.entries(json.map(type -> (swagger ? response : media(response, type)).get("examples"))
                .orElse(NOTHING));
    }

    private static JsObject media(JsObject response, String type) {
        return Values.object(Values.object(response.get("content")).get(type));
    }

    private String body(JsValue schema, Place place) {
        allowance.startBody();
        try {
            return BodyText.of(sample.of(schema), allowance);
        } catch (Allowance.Spent _) {
            return tooLarge(place);
        }
    }

    private String text(JsValue value, Place place) {
        allowance.startBody();
        try {
            return BodyText.of(value, allowance);
        } catch (Allowance.Spent _) {
            return tooLarge(place);
        }
    }

    private String tooLarge(Place place) {
        findings.add(
                place,
                "The body would have more than %,d characters or %d levels; it was left empty."
                        .formatted(Limits.MAX_LONG_TEXT, SchemaSample.MAX_DEPTH));
        return "";
    }

    private JsArray rows(MediaTypes types, JsObject response, Place place) {
        allowance.startBody();
        try {
            return headers.of(types, response.get("headers"));
        } catch (Allowance.Spent _) {
            findings.add(
                    place,
                    "The headers are larger than %,d characters; they were left out.".formatted(Limits.MAX_LONG_TEXT));
            return empty(place).response().get("headers") instanceof JsArray rows ? rows : JsArray.EMPTY;
        }
    }
}
