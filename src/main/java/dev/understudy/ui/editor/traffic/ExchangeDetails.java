package dev.understudy.ui.editor.traffic;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H4;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Span;
import dev.understudy.environment.NodeId;
import dev.understudy.traffic.Exchange;
import dev.understudy.ui.kit.CopyButton;
import dev.understudy.ui.kit.QuietButtons;
import dev.understudy.ui.kit.ReaderZone;
import dev.understudy.why.OtherRoute;
import dev.understudy.why.Why;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/// All that is known of an exchange: why it was answered so, and request and response in full.
final class ExchangeDetails extends Div {

    private final Exchange exchange;
    private final Div callbacks = new Div();
    private final ConversationView conversation;
    private final CopyButton curl = new CopyButton("Copy as curl");

    /// @param reveal shows another exchange
    ExchangeDetails(Exchange exchange, ExchangeActions actions, Consumer<UUID> reveal) {
        this.exchange = exchange;
        this.conversation = new ConversationView(actions);
        addClassName("exchange-details");
        boolean socket = ConversationWords.isSocket(exchange);
        Why why = exchange.why();
        Div lines = new Div();
        lines.addClassName("why");
        why.lines().forEach(line -> lines.add(WhyLines.of(line)));
        others(lines, "passed over: ", why.passed());
        others(lines, "nearest: ", why.nearest());
        lines.setVisible(lines.getChildren().findAny().isPresent());
        Div buttons = new Div(curl);
        buttons.addClassName("actions");
        Optional<NodeId> place = exchange.response().or(exchange::route);
        place.or(() -> why.nearest().stream().findFirst().map(OtherRoute::route))
                .ifPresent(node -> buttons.add(
                        QuietButtons.of(place.isPresent() ? "Open route" : "Open nearest", () -> actions.open(node))));
        if (exchange.response().isPresent()) {
            buttons.add(QuietButtons.of("Preview", () -> actions.preview(exchange)));
        }
        if (exchange.route().isEmpty() && actions.mayEdit() && !socket) {
            buttons.add(QuietButtons.of("Make a route of it", () -> actions.makeRoute(exchange)));
        }
        if (actions.mayEdit() && !socket) {
            Button again = QuietButtons.of("Send again", () -> {});
            again.addClickListener(_ -> actions.sendAgain(exchange, again, reveal));
            buttons.add(again, QuietButtons.of("Add as response", () -> actions.addResponse(exchange)));
        }
        CopyButton link = new CopyButton("Copy link", "./" + actions.link(exchange));
        link.addThemeVariants(ButtonVariant.LUMO_SMALL);
        buttons.add(link);
        add(lines, buttons);
        conversation.setVisible(exchange.sequel().conversation().isPresent());
        add(conversation);
        part("Request", ShellText.headers(exchange.requestHeaders()), BodyWords.of(exchange.requestBody()));
        part("Response", ShellText.headers(exchange.responseHeaders()), BodyWords.of(exchange.responseBody()));
        add(callbacks);
        now(exchange);
    }

    /// Shows what is known of it now.
    void now(Exchange later) {
        later.sequel().conversation().ifPresent(conversation::show);
        later.sequel().callbacks().stream()
                .skip(callbacks.getComponentCount())
                .forEach(call -> callbacks.add(new CallbackPart(call, ReaderZone.of(this))));
    }

    /// Where the mock answers now.
    void at(Optional<String> address) {
        curl.setVisible(address.isPresent() && !ConversationWords.isSocket(exchange));
        address.ifPresent(url -> curl.setCopied(ShellText.curl(url, exchange)));
    }

    private static void others(Div lines, String start, List<OtherRoute> routes) {
        routes.forEach(route -> {
            Div row = new Div(new Span("· " + start + route));
            row.addClassName("other");
            lines.add(row);
        });
    }

    private void part(String title, String headers, String body) {
        add(new H4(title));
        if (!headers.isEmpty()) {
            Pre text = new Pre(headers);
            text.addClassName("headers");
            add(text);
        }
        if (!body.isEmpty()) {
            add(new CodeText(body));
        }
    }
}
