package dev.understudy.format.openapi;

import dev.understudy.environment.FieldType;
import dev.understudy.environment.Schema;
import dev.understudy.js.JsArray;
import dev.understudy.js.JsObject;
import dev.understudy.js.JsValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.regex.Pattern;

/// Makes the routes of an environment: one for each path and method, in the order of the description. Used by one
/// thread, once.
final class RouteMaker {

    private static final Pattern PARAMETER = Pattern.compile("\\{([\\w-]+)}");
    private static final Set<String> METHODS = Set.copyOf(((FieldType.Choice<?>) Schema.ROUTE_METHOD.type()).words());
    private static final Set<String> NO_METHODS = Set.of("parameters", "servers", "summary", "description", "$ref", "");
    private static final int LEAST_STATUS = 100;
    private static final int GREATEST_STATUS = 999;
    private static final int DEFAULT_STATUS = 200;

    private final JsObject description;
    private final boolean swagger;
    private final Findings findings;
    private final ExpansionBudget budget;
    private final ResponseBuilder responses;
    private final List<JsValue> routes = new ArrayList<>();
    private final Map<String, SpecPlace> origins = new HashMap<>();

    RouteMaker(JsObject description, boolean swagger, Findings findings, LongConsumer effort) {
        this.description = description;
        this.swagger = swagger;
        this.findings = findings;
        this.budget = new ExpansionBudget(effort);
        this.responses = new ResponseBuilder(swagger, findings, budget);
    }

    /// In the exchange format.
    JsArray routes() {
        SpecPlace paths = SpecPlace.ROOT.to("paths");
        for (Map.Entry<String, JsValue> path :
                LenientValues.object(description.get("paths")).members().entrySet()) {
            SpecPlace place = paths.to(path.getKey());
            if (!(path.getValue() instanceof JsObject) && !path.getKey().startsWith("x-")) {
                findings.add(place, "This path should have an object with its methods, so it was left out.");
            }
            for (Map.Entry<String, JsValue> member :
                    LenientValues.object(path.getValue()).members().entrySet()) {
                route(path.getKey(), member.getKey(), member.getValue(), place.to(member.getKey()));
            }
        }
        return JsArray.of(routes);
    }

    /// Where the routes and responses came from: pointer in the environment → place in the description.
    Map<String, SpecPlace> origins() {
        return origins;
    }

    private void route(String path, String method, JsValue operation, SpecPlace place) {
        if (NO_METHODS.contains(method) || method.startsWith("x-")) {
            return;
        }
        if (!METHODS.contains(method)) {
            findings.add(place, "Routes can't have the method “%s”, so it was left out.".formatted(method));
        } else if (operation instanceof JsObject object) {
            add(path, method, object, place);
        } else {
            findings.add(place, "This method should have an object that describes it, so it was left out.");
        }
    }

    private void add(String path, String method, JsObject operation, SpecPlace place) {
        List<ResponseBuilder.Made> made = responses(operation, place.to("responses"));
        String pointer = "/routes/" + routes.size();
        origins.put(pointer, place);
        List<JsValue> listed = new ArrayList<>();
        for (ResponseBuilder.Made each : made) {
            origins.put(pointer + "/responses/" + listed.size(), each.origin());
            listed.add(each.response().with("default", JsValue.Bool.of(listed.isEmpty())));
        }
        String summary = LenientValues.label(operation.get("summary"));
        String text = summary.isEmpty() ? LenientValues.label(operation.get("description")) : summary;
        String endpoint = endpoint(path);
        budget.keep(text);
        budget.keep(endpoint);
        budget.keepParts(1);
        routes.add(JsObject.builder()
                .set("type", new JsValue.Text("http"))
                .set("documentation", new JsValue.Text(text))
                .set("method", new JsValue.Text(method))
                .set("endpoint", new JsValue.Text(endpoint))
                .set("responses", JsArray.of(listed))
                .build());
    }

    private List<ResponseBuilder.Made> responses(JsObject operation, SpecPlace place) {
        List<ResponseBuilder.Made> made = new ArrayList<>();
        for (Map.Entry<String, JsValue> entry :
                LenientValues.object(operation.get("responses")).members().entrySet()) {
            String code = entry.getKey();
            int status = code.equals("default") ? DEFAULT_STATUS : LenientValues.leadingNumber(code);
            if (status >= LEAST_STATUS && status <= GREATEST_STATUS) {
                JsObject response = LenientValues.object(entry.getValue());
                MediaTypes types = swagger ? MediaTypes.of(operation, description) : MediaTypes.of(response);
                made.addAll(responses.of(status, response, types, place.to(code)));
            } else if (!code.startsWith("x-")) {
                findings.add(place.to(code), "The status “%s” can't be answered, so it was left out.".formatted(code));
            }
        }
        return made.isEmpty() ? List.of(responses.empty(place)) : made;
    }

    private static String endpoint(String path) {
        return ServerPrefix.withoutSlash(
                PARAMETER.matcher(path).replaceAll(found -> ":" + found.group(1).replace("-", "")));
    }
}
