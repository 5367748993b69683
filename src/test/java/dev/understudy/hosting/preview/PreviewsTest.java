package dev.understudy.hosting.preview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.environment.Environment;
import dev.understudy.environment.EnvironmentId;
import dev.understudy.environment.Kind;
import dev.understudy.environment.Node;
import dev.understudy.environment.NodeId;
import dev.understudy.environment.ResponseMode;
import dev.understudy.environment.Schema;
import dev.understudy.hosting.runtime.TestWorlds;
import dev.understudy.mock.MockFixture;
import dev.understudy.server.heavy.Workshop;
import dev.understudy.traffic.HeaderLine;
import java.util.List;
import java.util.Optional;
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

    @Test
    @DisplayName("U184 where another response of the route would answer, that is told, with why and the way to it")
    void instead() {
        Environment document = new MockFixture()
                .route("get", "orders/:id", "first")
                .response(404, "none")
                .rule("params", "id", "equals", "0")
                .environment();
        NodeId first = response(document, 200);
        NodeId none = response(document, 404);
        assertThat(instead(document, first, "/orders/1")).isEmpty();
        assertThat(instead(document, none, "/orders/0")).isEmpty();
        assertThat(instead(document, first, "/orders/0"))
                .contains(new Preview.Instead(
                        Optional.of(none),
                        "The listener would answer with “404 Not Found”: its rule holds, param id equals 0."));
        assertThat(instead(document, none, "/orders/1"))
                .contains(new Preview.Instead(
                        Optional.of(first),
                        "The listener would answer with “200 OK”: it is the default response, and no rule holds."));
    }

    @Test
    @DisplayName("U184 where the choice is a matter of turn, of chance or of no rule, that is told")
    void modes() {
        assertThat(ofMode(ResponseMode.SEQUENTIAL)).contains("in turn");
        assertThat(ofMode(ResponseMode.RANDOM)).contains("at random");
        assertThat(ofMode(ResponseMode.FALLBACK)).contains("passes the request on");
        assertThat(ofMode(ResponseMode.DISABLE_RULES)).contains("“200 OK”");
    }

    private String ofMode(ResponseMode mode) {
        Environment document = new MockFixture()
                .route("get", "orders", "first")
                .ofRoute(Schema.ROUTE_RESPONSE_MODE, mode)
                .response(404, "none")
                .environment();
        return instead(document, response(document, 404), "/orders")
                .orElseThrow()
                .sentence();
    }

    private Optional<Preview.Instead> instead(Environment document, NodeId response, String target) {
        return render(document, response, "GET", target) instanceof Preview.Answered answered
                ? answered.instead()
                : Optional.empty();
    }

    @Test
    @DisplayName("U185 what is wrong with a template is told in plain words, with its place")
    void places() {
        Environment document =
                new MockFixture().route("get", "orders", "one\ntwo {{#if}").environment();
        assertThat(render(document, response(document, 200), "GET", "/orders"))
                .isInstanceOfSatisfying(
                        Preview.Answered.class,
                        answered -> assertThat(answered.notes())
                                .singleElement()
                                .asString()
                                .startsWith("Body, line 2: ")
                                .doesNotContain("Parse error", "Expecting"));
    }

    private static HeaderLine json() {
        return new HeaderLine("Content-Type", "application/json");
    }
}
