package dev.understudy.mock.respond;

import dev.understudy.environment.Environment;
import dev.understudy.environment.Node;
import dev.understudy.environment.Schema;
import dev.understudy.environment.Slot;
import dev.understudy.mock.exchange.MockResponse;
import dev.understudy.mock.wire.HeaderSheet;
import dev.understudy.mock.wire.WireHeader;
import java.util.Collection;
import java.util.List;

/// What the environment's settings add to the answers of every route. Routes compiled in equal surroundings
/// may be used again.
public record EnvironmentDefaults(String prefix, HeaderTemplates headers, int delayMillis, boolean cors) {

    private static final List<String> OF_BODIES = List.of("Content-Encoding", "Content-Language", "Content-Range");

    public static EnvironmentDefaults of(Environment environment) {
        Node root = environment.root();
        return new EnvironmentDefaults(
                root.get(Schema.ENVIRONMENT_PREFIX),
                new HeaderTemplates(headers(environment.children(root.id(), Slot.HEADERS))),
                root.get(Schema.ENVIRONMENT_LATENCY),
                root.get(Schema.ENVIRONMENT_CORS));
    }

    public static List<WireHeader> headers(Collection<Node> nodes) {
        return nodes.stream()
                .map(node -> new WireHeader(node.get(Schema.HEADER_KEY), node.get(Schema.HEADER_VALUE)))
                .toList();
    }

    /// Whether the headers are the same for each request.
    public boolean areConstant() {
        return headers.areConstant();
    }

    /// A sheet with the headers, where they [#areConstant].
    public HeaderSheet sheet() {
        HeaderSheet sheet = new HeaderSheet();
        headers.writeTo(sheet);
        return sheet;
    }

    public HeaderSheet sheet(RequestContext context) {
        HeaderSheet sheet = new HeaderSheet();
        headers.writeTo(sheet, context);
        return sheet;
    }

    /// Makes the sheet one of a page for what no route answers.
    public static void turnIntoNotFound(HeaderSheet sheet) {
        OF_BODIES.forEach(sheet::remove);
        sheet.set("Content-Security-Policy", "default-src 'none'");
        sheet.set("X-Content-Type-Options", "nosniff");
        sheet.set("Content-Type", "text/html; charset=utf-8");
    }

    /// The answer to an `OPTIONS` that no route takes. The environment's headers are written twice, so that
    /// they win over the general ones and cookies come twice, as in the reference.
    public MockResponse preflight(RequestContext context) {
        HeaderSheet sheet = sheet(context);
        sheet.set("Access-Control-Allow-Origin", "*");
        sheet.set("Access-Control-Allow-Methods", "GET,POST,PUT,PATCH,DELETE,HEAD,OPTIONS");
        sheet.set(
                "Access-Control-Allow-Headers",
                "Content-Type, Origin, Accept, Authorization, Content-Length, X-Requested-With");
        headers.writeTo(sheet, context);
        return MockResponse.empty(200, sheet.toList(), delayMillis);
    }
}
