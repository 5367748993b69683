package dev.understudy.format.openapi;

import dev.understudy.environment.Schema;
import dev.understudy.js.JsArray;
import dev.understudy.js.JsJson;
import dev.understudy.js.JsObject;
import dev.understudy.js.JsValue;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reads descriptions of APIs, in JSON or YAML: makes the environment that answers as they say. Nothing outside of the
/// text is ever read: references that lead elsewhere are listed and left alone.
public final class OpenApiImport {

    private static final Pattern LOOKS_SO = Pattern.compile("^[\"']?(openapi|swagger)[\"']?[ \t]*:", Pattern.MULTILINE);
    private static final int DEFAULT_PORT = 3000;
    private static final int MAX_PORT = 65_535;
    private static final JsArray CROSS_ORIGIN = JsArray.of(
            HeaderRows.row("Access-Control-Allow-Origin", "*"),
            HeaderRows.row("Access-Control-Allow-Methods", "GET,POST,PUT,PATCH,DELETE,HEAD,OPTIONS"),
            HeaderRows.row(
                    "Access-Control-Allow-Headers",
                    "Content-Type, Origin, Accept, Authorization, Content-Length, X-Requested-With"));

    private final JsObject description;
    private final boolean swagger;
    private final Findings findings;

    private OpenApiImport(JsObject description, Findings findings) {
        this.description = description;
        this.swagger = description.has("swagger");
        this.findings = findings;
    }

    /// Reads a text. A byte order mark must be gone.
    public static Conversion convert(String text) {
        if (!text.contains("openapi") && !text.contains("swagger")) {
            return new Conversion.Foreign();
        }
        try {
            Optional<JsValue> value = parsed(text);
            return value.isPresent() && value.get() instanceof JsObject object && isDescription(object)
                    ? converted(object)
                    : new Conversion.Foreign();
        } catch (Unreadable unreadable) {
            return unreadable.result();
        }
    }

    /// Empty for YAML that is malformed and would not be a description either.
    private static Optional<JsValue> parsed(String text) {
        Optional<JsValue> json = JsJson.parse(text);
        if (json.isPresent()) {
            return json;
        }
        try {
            return Optional.of(YamlReader.read(text));
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

    /// Whether it says so, and is not an environment that happens to have a property of that name.
    private static boolean isDescription(JsObject object) {
        return (object.has("swagger") || object.has("openapi")) && !(object.get("routes") instanceof JsArray);
    }

    private static Conversion converted(JsObject object) {
        String version = Values.label(object.get("openapi"));
        if (!object.has("swagger") && !version.equals("3") && !version.startsWith("3.")) {
            throw new Unreadable(
                    "/openapi", "This version of OpenAPI is not known. Swagger 2 and OpenAPI 3 can be imported.");
        }
        if (!(object.get("paths") instanceof JsObject)) {
            throw new Unreadable("/paths", "The description has no paths, so there is nothing that could answer.");
        }
        Findings findings = new Findings();
        return new OpenApiImport(References.resolve(object, findings), findings).environment();
    }

    private Conversion environment() {
        RouteMaker maker = new RouteMaker(description, swagger, findings);
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
        Map<String, String> origins = new HashMap<>(maker.origins());
        origins.put("/name", "/info/title");
        origins.put("/endpointPrefix", swagger ? "/basePath" : "/servers/0/url");
        return new Conversion.Converted(JsJson.print(environment).orElseThrow(), findings.problems(), origins);
    }

    private String name() {
        String title = Values.label(Values.object(description.get("info")).get("title"));
        return !title.isEmpty() ? title : swagger ? "Swagger import" : "OpenAPI import";
    }

    private String prefix() {
        return swagger
                ? ServerPrefix.withoutSlash(Values.label(description.get("basePath")))
                : ServerPrefix.of(description);
    }

    private int port() {
        String[] host = Values.label(description.get("host")).split(":", -1);
        int port = swagger && host.length > 1 ? Values.leadingNumber(host[1]) : -1;
        if (port > MAX_PORT) {
            findings.add(Place.ROOT.to("host"), "%d is no port; %d was taken.".formatted(port, DEFAULT_PORT));
        }
        return port > 0 && port <= MAX_PORT ? port : DEFAULT_PORT;
    }
}
