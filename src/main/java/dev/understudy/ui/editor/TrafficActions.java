package dev.understudy.ui.editor;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import dev.understudy.environment.Environment;
import dev.understudy.environment.Kind;
import dev.understudy.environment.Node;
import dev.understudy.environment.NodeId;
import dev.understudy.environment.Schema;
import dev.understudy.hosting.preview.SampleRequest;
import dev.understudy.hosting.resend.Resent;
import dev.understudy.traffic.Exchange;
import dev.understudy.traffic.HeaderLine;
import dev.understudy.traffic.Redaction;
import dev.understudy.ui.editor.session.Actions;
import dev.understudy.ui.editor.session.EditorSession;
import dev.understudy.ui.editor.session.Recorded;
import dev.understudy.ui.editor.traffic.ExchangeActions;
import dev.understudy.ui.editor.traffic.TrafficAddress;
import dev.understudy.ui.kit.ByteCount;
import dev.understudy.ui.kit.Errand;
import dev.understudy.ui.kit.Notices;
import dev.understudy.why.OtherRoute;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// Leads from what the mock was asked to the other parts of the editor.
final class TrafficActions implements ExchangeActions {

    private final EditorSession session;
    private final Actions actions;
    private final BiConsumer<NodeId, SampleRequest> preview;
    private final Consumer<Collection<NodeId>> answered;

    /// @param answered is told which routes have just answered
    TrafficActions(
            EditorSession session,
            Actions actions,
            BiConsumer<NodeId, SampleRequest> preview,
            Consumer<Collection<NodeId>> answered) {
        this.answered = answered;
        this.session = session;
        this.actions = actions;
        this.preview = preview;
    }

    @Override
    public void open(NodeId node) {
        if (session.find(node).isEmpty()) {
            Notices.told("It was removed since.");
            return;
        }
        UI.getCurrentOrThrow().navigate(EditorLinks.to(session.environment(), node));
    }

    @Override
    public void preview(Exchange exchange) {
        exchange.response().ifPresent(this::open);
        exchange.route().ifPresent(route -> preview.accept(route, sample(exchange)));
    }

    @Override
    public String link(Exchange exchange) {
        return EditorLinks.to(session.environment()) + TrafficAddress.of(exchange.id());
    }

    @Override
    public String page() {
        return EditorLinks.to(session.environment(), Section.TRAFFIC);
    }

    /// What came with secrets in it comes without.
    private static SampleRequest sample(Exchange exchange) {
        return new SampleRequest(
                exchange.method(),
                Redaction.target(exchange),
                exchange.requestHeaders().stream()
                        .filter(header -> Redaction.of(header).equals(header))
                        .toList(),
                text(exchange.requestBody().bytes()));
    }

    @Override
    public void answered(Collection<NodeId> routes) {
        answered.accept(routes);
    }

    @Override
    public boolean mayEdit() {
        return session.standing().peek().mayEdit();
    }

    @Override
    public void sendAgain(Exchange exchange, Button button, Consumer<UUID> done) {
        Errand.run(button, () -> session.sendAgain(exchange, false), outcome -> sent(exchange, button, outcome, done));
    }

    private void sent(Exchange exchange, Button button, Resent outcome, Consumer<UUID> done) {
        switch (outcome) {
            case Resent.Sent(Optional<UUID> made) ->
                made.ifPresentOrElse(done, () -> Notices.told("It was sent. The answer is still to come."));
            case Resent.Refused(var _, String reason) -> Notices.failed(reason);
            case Resent.WithoutSecrets(List<String> headers) ->
                Notices.offering(
                        "The request is not in memory any more, so what it had as %s is not known."
                                .formatted(String.join(", ", headers)),
                        "Send without",
                        () -> Errand.run(
                                button,
                                () -> session.sendAgain(exchange, true),
                                then -> sent(exchange, button, then, done)));
        }
    }

    @Override
    public void makeRoute(Exchange exchange) {
        String prefix = session.now().environment().root().get(Schema.ENVIRONMENT_PREFIX);
        String start = "/" + prefix + "/";
        String path = exchange.path();
        String endpoint = !prefix.isEmpty() && path.startsWith(start) ? path.substring(start.length()) : path;
        String own = endpoint.replaceFirst("^/+", "");
        Optional<Node> there = session.now().environment().nodes().stream()
                .filter(node -> node.kind() == Kind.ROUTE
                        && node.get(Schema.ROUTE_METHOD).name().equals(exchange.method())
                        && node.get(Schema.ROUTE_ENDPOINT)
                                .replaceFirst("^/+", "")
                                .equals(own))
                .findFirst();
        if (there.isPresent()) {
            Notices.told("There is such a route already.");
            open(there.get().id());
            return;
        }
        Optional<Recorded> answer = Optional.of(exchange)
                .filter(Exchange::proxied)
                .flatMap(given -> recorded(given, session.now().environment()));
        if (exchange.proxied() && answer.isEmpty()) {
            Notices.told("The body of the answer is no text, so the route begins without the answer.");
        } else if (exchange.proxied() && exchange.responseBody().isCut()) {
            Notices.told("The answer was longer than what is kept of it, so the route begins with a part of it.");
        }
        actions.addRoute(exchange.method(), own, answer, this::open);
    }

    @Override
    public void addResponse(Exchange exchange) {
        Environment environment = session.now().environment();
        List<Node> routes = ResponseDialog.routes(environment);
        Optional<Recorded> answer = recorded(exchange, environment);
        if (routes.isEmpty()) {
            Notices.told("There is no route yet that it could become a response of. Make a route of it.");
            return;
        }
        if (answer.isEmpty()) {
            Notices.failed("The body of this answer is no text, so it can't become a response.");
            return;
        }
        List<String> notes = exchange.responseBody().isCut()
                ? List.of("Only the first %s of its body are kept, so the response begins with these."
                        .formatted(ByteCount.of(exchange.responseBody().bytes().length)))
                : List.of();
        new ResponseDialog(
                        routes,
                        likely(exchange, routes),
                        notes,
                        route -> actions.addResponse(route, answer.get(), this::open))
                .open();
    }

    /// The route that answered, or else the one that comes nearest.
    private static Optional<Node> likely(Exchange exchange, List<Node> routes) {
        return Stream.concat(
                        exchange.route().stream(),
                        exchange.why().nearest().stream().map(OtherRoute::route))
                .flatMap(id -> routes.stream().filter(route -> route.id().equals(id)))
                .findFirst();
    }

    /// Empty if its body is no text.
    private static Optional<Recorded> recorded(Exchange exchange, Environment environment) {
        return AnswerText.of(exchange)
                .map(body -> new Recorded(
                        exchange.status(),
                        contentType(exchange),
                        body,
                        AnswerHeaders.of(exchange.responseHeaders(), environment)));
    }

    private static String contentType(Exchange exchange) {
        return HeaderLine.first(exchange.responseHeaders(), "Content-Type").orElse("text/plain");
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8).replace("\0", "");
    }
}
