package dev.understudy.format.openapi;

import dev.understudy.environment.CrossOrigin;
import dev.understudy.environment.Schema;
import dev.understudy.js.Effort;
import dev.understudy.js.JsArray;
import dev.understudy.js.JsJson;
import dev.understudy.js.JsObject;
import dev.understudy.js.JsValue;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.regex.Pattern;

/// Reads descriptions of APIs, in JSON or YAML: makes the environment that answers as they say. Nothing outside of the
/// text is ever read: references that lead elsewhere are listed and left alone.
public final class OpenApiImport {

    private static final Pattern LOOKS_SO = Pattern.compile("^[\"']?(openapi|swagger)[\"']?[ \t]*:", Pattern.MULTILINE);
    private static final int DEFAULT_PORT = 3000;
    private static final int MAX_PORT = 65_535;
    private static final JsArray CROSS_ORIGIN = JsArray.of(CrossOrigin.HEADERS.stream()
            .map(header -> HeaderRows.row(header.getKey(), header.getValue()))
            .toList());

    private final JsObject description;
    private final boolean swagger;
    private final Findings findings;
    private final LongConsumer effort;

    private OpenApiImport(JsObject description, Findings findings, LongConsumer effort) {
        this.description = description;
        this.swagger = description.has("swagger");
        this.findings = findings;
        this.effort = effort;
    }

    /// Reads a text. A byte order mark must be gone.
    ///
    /// @param effort told of the steps of the work; it may end it by an exception of its own
    public static Conversion convert(String text, LongConsumer effort) {
        if (!text.contains("openapi") && !text.contains("swagger")) {
            return new Conversion.Foreign();
        }
        try {
            Optional<JsValue> value = parsed(text, effort);
            return value.isPresent() && value.get() instanceof JsObject object && isDescription(object)
                    ? converted(object, effort)
                    : new Conversion.Foreign();
        } catch (Unreadable unreadable) {
            return unreadable.result();
        }
    }

    /// Empty for YAML that is malformed and would not be a description either.
    private static Optional<JsValue> parsed(String text, LongConsumer effort) {
        Optional<JsValue> json = JsJson.parse(text, Integer.MAX_VALUE, counted(effort));
        if (json.isPresent()) {
            return json;
        }
        try {
            return Optional.of(YamlReader.read(text, effort));
        } catch (Unreadable unreadable) {
            String start = text.stripLeading();
            if (start.startsWith("{")
                    || start.startsWith("[")
                    || !LOOKS_SO.matcher(text).find()) {
                return Optional.empty();
            }
            throw unreadable;
        }
    }

    private static Effort<Unreadable> counted(LongConsumer effort) {
        long[] values = {0};
        return steps -> {
            effort.accept(steps);
            values[0] += steps;
            if (values[0] > YamlReader.MAX_VALUES) {
                throw new Unreadable(
                        "",
                        "The file has more than %,d values, which is the limit. Split it, or take out what is not needed."
                                .formatted(YamlReader.MAX_VALUES));
            }
        };
    }

    /// Whether it says so, and is not an environment that happens to have a property of that name.
    private static boolean isDescription(JsObject object) {
        return (object.has("swagger") || object.has("openapi")) && !(object.get("routes") instanceof JsArray);
    }

    private static Conversion converted(JsObject object, LongConsumer effort) {
        String version = LenientValues.label(object.get("openapi"));
        if (!object.has("swagger") && !version.equals("3") && !version.startsWith("3.")) {
            throw new Unreadable(
                    "/openapi", "This version of OpenAPI is not known. Swagger 2 and OpenAPI 3 can be imported.");
        }
        if (!(object.get("paths") instanceof JsObject)) {
            throw new Unreadable("/paths", "The description has no paths, so there is nothing that could answer.");
        }
        Findings findings = new Findings();
        return new OpenApiImport(ReferenceResolver.resolve(object, findings, effort), findings, effort).environment();
    }

    private Conversion environment() {
        RouteMaker maker = new RouteMaker(description, swagger, findings, effort);
        JsArray noHeader = JsArray.of(HeaderRows.row("", ""));
        JsObject environment = JsObject.builder()
                .set("lastMigration", new JsValue.Num(Schema.CURRENT_MIGRATION))
                .set("name", new JsValue.Text(name()))
                .set("endpointPrefix", new JsValue.Text(prefix()))
                .set("port", new JsValue.Num(port()))
                .set("routes", maker.routes())
                .set("headers", CROSS_ORIGIN)
                .set("proxyReqHeaders", noHeader)
                .set("proxyResHeaders", noHeader)
                .build();
        Map<String, SpecPlace> origins = new HashMap<>(maker.origins());
        origins.put("/name", SpecPlace.ROOT.to("info", "title"));
        origins.put(
                "/endpointPrefix",
                swagger
                        ? SpecPlace.ROOT.to("basePath")
                        : SpecPlace.ROOT.to("servers", "0").to("url"));
        return new Conversion.Converted(
                JsJson.print(environment, 0, effort::accept).orElseThrow(), findings.problems(), origins);
    }

    private String name() {
        String title = LenientValues.label(
                LenientValues.object(description.get("info")).get("title"));
        return !title.isEmpty() ? title : swagger ? "Swagger import" : "OpenAPI import";
    }

    private String prefix() {
        return swagger
                ? ServerPrefix.withoutSlash(LenientValues.label(description.get("basePath")))
                : ServerPrefix.of(description);
    }

    private int port() {
        String[] host = LenientValues.label(description.get("host")).split(":", -1);
        int port = swagger && host.length > 1 ? LenientValues.leadingNumber(host[1]) : -1;
        if (port > MAX_PORT) {
            findings.add(
                    SpecPlace.ROOT.to("host"),
                    "This should be a port between 1 and 65535, so %2$d was taken instead of %1$d."
                            .formatted(port, DEFAULT_PORT));
        }
        return port > 0 && port <= MAX_PORT ? port : DEFAULT_PORT;
    }
}
