package dev.understudy.hosting.preview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.environment.Environment;
import dev.understudy.environment.EnvironmentId;
import dev.understudy.environment.Kind;
import dev.understudy.environment.Node;
import dev.understudy.environment.NodeId;
import dev.understudy.environment.Schema;
import dev.understudy.hosting.runtime.TestWorlds;
import dev.understudy.mock.MockFixture;
import dev.understudy.server.heavy.Workshop;
import dev.understudy.traffic.HeaderLine;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PreviewsTest {

    private static final EnvironmentId ID = new EnvironmentId(new UUID(0, 9));

    private final Workshop workshop = new Workshop();
    private final Previews previews = new Previews(TestWorlds.plain(), workshop);

    @AfterEach
    void close() {
        workshop.close();
    }

    private Preview render(Environment document, NodeId response, String method, String target, HeaderLine... headers) {
        return previews.render(
                "somebody", ID, document, response, new SampleRequest(method, target, List.of(headers), "{\"n\":7}"));
    }

    private static NodeId response(Environment document, int status) {
        return document.nodes().stream()
                .filter(node -> node.kind() == Kind.RESPONSE && node.get(Schema.RESPONSE_STATUS) == status)
                .findFirst()
                .map(Node::id)
                .orElseThrow();
    }

    @Test
    @DisplayName("U145 the response that is wanted answers, whatever rules, other responses and folders say")
    void whatIsWanted() {
        Environment document = new MockFixture()
                .folder(false)
                .route("get", "orders/:id", "first")
                .response(404, "No order {{urlParam 'id'}} for {{header 'X-Who'}}{{queryParam 'q'}}")
                .endOfFolder()
                .environment();
        Preview made =
                render(document, response(document, 404), "GET", "/orders/42?q=!", new HeaderLine("x-who", "Ana"));
        assertThat(made).isInstanceOfSatisfying(Preview.Answered.class, answered -> {
            assertThat(answered.status()).isEqualTo(404);
            assertThat(answered.body()).isEqualTo("No order 42 for Ana!");
            assertThat(answered.notes()).isEmpty();
        });
    }

    @Test
    @DisplayName("U145 templates see data buckets and the body, and what is wrong with them is told")
    void templates() {
        Environment document = new MockFixture()
                .bucket("b1", "Depots", "[\"Berlin\"]")
                .route("post", "orders", "{{data 'b1'}} {{body 'n'}}")
                .response(201, "{{#if}")
                .environment();
        assertThat(render(document, response(document, 200), "POST", "/orders", json()))
                .isInstanceOfSatisfying(
                        Preview.Answered.class,
                        answered -> assertThat(answered.body()).isEqualTo("[\"Berlin\"] 7"));
        assertThat(render(document, response(document, 201), "POST", "/orders"))
                .isInstanceOfSatisfying(
                        Preview.Answered.class,
                        answered -> assertThat(answered.body()).contains("Error"));
    }

    @Test
    @DisplayName("U145 a request that the route does not take, and a response that is gone, are told")
    void none() {
        Environment document = new MockFixture().route("get", "orders", "first").environment();
        NodeId response = response(document, 200);
        assertThat(render(document, response, "POST", "/orders"))
                .isEqualTo(new Preview.None("The route does not take POST /orders."));
        assertThat(render(document, response, "GET", "%")).isInstanceOf(Preview.None.class);
        assertThat(render(document, document.root().id(), "GET", "/orders")).isInstanceOf(Preview.None.class);
    }

    private static HeaderLine json() {
        return new HeaderLine("Content-Type", "application/json");
    }
}
