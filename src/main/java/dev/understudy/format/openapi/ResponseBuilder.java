package dev.understudy.format.openapi;

import dev.understudy.environment.Limits;
import dev.understudy.js.JsArray;
import dev.understudy.js.JsObject;
import dev.understudy.js.JsValue;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Makes the responses of routes: one for each status, and one for each of its examples. Used by one thread, once.
final class ResponseBuilder {

    /// @param response in the exchange format
    record Made(JsObject response, SpecPlace origin) {}

    @FunctionalInterface
    private interface Source {

        JsValue value() throws ExpansionBudget.Spent;
    }

    private static final JsValue NOTHING = JsValue.Undefined.UNDEFINED;

    private final boolean swagger;
    private final Findings findings;
    private final ExpansionBudget budget;
    private final SchemaSample sample;
    private final HeaderRows headers;

    /// What was made of a schema or an example before; empty if that was too large.
    private final IdentityHashMap<JsValue, Optional<String>> bodies = new IdentityHashMap<>();

    private final IdentityHashMap<JsValue, Optional<String>> texts = new IdentityHashMap<>();

    ResponseBuilder(boolean swagger, Findings findings, ExpansionBudget budget) {
        this.swagger = swagger;
        this.findings = findings;
        this.budget = budget;
        this.sample = new SchemaSample(budget);
        this.headers = new HeaderRows(budget, sample);
    }

    /// All that one status has.
    List<Made> of(int status, JsObject response, MediaTypes types, SpecPlace place) {
        Optional<String> json = types.json();
        JsArray rows = rows(types, response, place);
        List<Made> made = new ArrayList<>();
        String label = LenientValues.label(response.get("description"));
        made.add(made(status, label, body(schema(response, json), place), rows, place));
        for (Map.Entry<String, JsValue> example : examples(response, json).entrySet()) {
            SpecPlace at = swagger || json.isEmpty()
                    ? place.to("examples", example.getKey())
                    : place.to("content", json.get()).to("examples", example.getKey());
            JsValue value = swagger
                    ? example.getValue()
                    : LenientValues.object(example.getValue()).get("value");
            made.add(made(status, example.getKey(), text(value, at), rows, at));
        }
        return made;
    }

    /// What answers where a description tells of no response.
    Made empty(SpecPlace place) {
        JsArray rows = JsArray.of(HeaderRows.row("Content-Type", new MediaTypes(List.of()).header()));
        return made(200, "", "", rows, place);
    }

    private Made made(int status, String label, String body, JsArray rows, SpecPlace origin) {
        budget.keep(label);
        budget.keep(body);
        budget.keepParts(1L + rows.size());
        for (JsValue row : rows.values()) {
            budget.keep(LenientValues.text(LenientValues.object(row).get("key")));
            budget.keep(LenientValues.text(LenientValues.object(row).get("value")));
        }
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
        return LenientValues.entries(json.map(type -> (swagger ? response : media(response, type)).get("examples"))
                .orElse(NOTHING));
    }

    private static JsObject media(JsObject response, String type) {
        return LenientValues.object(
                LenientValues.object(response.get("content")).get(type));
    }

    private String body(JsValue schema, SpecPlace place) {
        return bodies.computeIfAbsent(schema, _ -> printed(() -> sample.of(schema)))
                .orElseGet(() -> tooLarge(place));
    }

    private String text(JsValue value, SpecPlace place) {
        return texts.computeIfAbsent(value, _ -> printed(() -> value)).orElseGet(() -> tooLarge(place));
    }

    private Optional<String> printed(Source source) {
        budget.startBody();
        try {
            return Optional.of(GeneratedJson.of(source.value(), budget));
        } catch (ExpansionBudget.Spent _) {
            return Optional.empty();
        }
    }

    private String tooLarge(SpecPlace place) {
        findings.add(
                place,
                "The body would have more than %,d characters or %d levels, so it was left empty."
                        .formatted(Limits.MAX_LONG_TEXT, SchemaSample.MAX_DEPTH));
        return "";
    }

    private JsArray rows(MediaTypes types, JsObject response, SpecPlace place) {
        budget.startBody();
        try {
            return headers.of(types, response.get("headers"));
        } catch (ExpansionBudget.Spent _) {
            findings.add(
                    place,
                    "The headers are larger than %,d characters, so they were left out."
                            .formatted(Limits.MAX_LONG_TEXT));
            return empty(place).response().get("headers") instanceof JsArray rows ? rows : JsArray.EMPTY;
        }
    }
}
