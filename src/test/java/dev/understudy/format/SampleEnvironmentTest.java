package dev.understudy.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.environment.Environment;
import dev.understudy.environment.Invariants;
import dev.understudy.environment.Kind;
import dev.understudy.environment.Node;
import dev.understudy.environment.RouteType;
import dev.understudy.environment.Schema;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SampleEnvironmentTest {

    private final Environment shop = SampleEnvironment.coffeeShop(Fixture.ids());

    @Test
    @DisplayName("F29 the sample shows folders, several responses, a disabled route and preflight answers")
    void shows() {
        assertThat(Invariants.violatedBy(shop)).isEmpty();
        assertThat(shop.root().get(Schema.ENVIRONMENT_CORS)).isTrue();
        assertThat(Fixture.nodes(shop, Kind.FOLDER)).hasSizeGreaterThan(2);
        List<Node> routes = Fixture.nodes(shop, Kind.ROUTE);
        assertThat(routes).hasSizeGreaterThanOrEqualTo(10);
        assertThat(routes).filteredOn(route -> !route.get(Schema.ROUTE_ENABLED)).hasSize(1);
        assertThat(Fixture.nodes(shop, Kind.RESPONSE)).hasSizeGreaterThan(routes.size());
    }

    @Test
    @DisplayName("F29 the sample has rules, templates, data buckets, a CRUD route and a WebSocket")
    void usesTheEngine() {
        assertThat(Fixture.nodes(shop, Kind.RULE)).hasSizeGreaterThan(10);
        assertThat(Fixture.nodes(shop, Kind.BUCKET)).hasSize(2);
        assertThat(Fixture.nodes(shop, Kind.ROUTE))
                .extracting(route -> route.get(Schema.ROUTE_TYPE))
                .contains(RouteType.HTTP, RouteType.CRUD, RouteType.WS);
        assertThat(Fixture.nodes(shop, Kind.RESPONSE))
                .anyMatch(response -> response.get(Schema.RESPONSE_BODY).contains("{{"));
    }

    @Test
    @DisplayName("F29 the bodies of the sample without templates are JSON where they say so")
    void bodies() {
        for (Node response : Fixture.nodes(shop, Kind.RESPONSE)) {
            String body = response.get(Schema.RESPONSE_BODY);
            if (!body.isEmpty() && !body.startsWith("<svg") && !body.contains("{{")) {
                assertThat(JsonText.parse(body).isObject()).isTrue();
            }
        }
    }

    @Test
    @DisplayName("F29 the sample is a file like any other: current, whole, in the usual form")
    void canonical() {
        assertThat(MockoonExport.toText(shop) + "\n")
                .isEqualTo(Samples.text(Path.of("src/main/resources/samples/coffee-shop.json")));
    }
}
