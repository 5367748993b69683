package dev.understudy.ui.editor.traffic;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Span;
import dev.understudy.traffic.SocketMessage;
import dev.understudy.ui.kit.ByteCount;
import dev.understudy.ui.kit.QuietButtons;
import dev.understudy.why.Why;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// One message on a WebSocket: from whom, when, what, and what of the mock said it and why.
final class MessageRow extends Div {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT);

    MessageRow(SocketMessage message, ZoneId zone, ExchangeActions actions) {
        addClassNames("message", message.fromClient() ? "in" : "out");
        getElement().setAttribute("role", "listitem");
        Span way = new Span(message.fromClient() ? "→" : "←");
        way.addClassName("way");
        way.getElement().setAttribute("aria-label", message.fromClient() ? "from the client" : "from the mock");
        String about = message.answers() == 0 ? "" : " · to %,d".formatted(message.answers());
        Span facts = new Span("%,d · %s · %s%s"
                .formatted(
                        message.number(),
                        TIME.format(message.at().atZone(zone)),
                        ByteCount.of(message.content().length()),
                        about));
        Div head = new Div(way, facts);
        head.addClassName("facts");
        CodeText text = new CodeText(
                message.binary()
                        ? "%s that are no text"
                                .formatted(ByteCount.of(message.content().length()))
                        : BodyWords.of(message.content()));
        add(head, text);
        Why why = message.why();
        if (message.response().isPresent() || !why.lines().isEmpty()) {
            add(reason(message, why, actions));
        }
    }

    private static NativeDetails reason(SocketMessage message, Why why, ExchangeActions actions) {
        Div lines = new Div();
        lines.addClassName("why");
        why.lines().forEach(line -> lines.add(WhyLines.of(line)));
        message.response()
                .ifPresent(response -> lines.add(QuietButtons.of("Open response", () -> actions.open(response))));
        return new NativeDetails(message.response().isPresent() ? why.summary() : "nothing answered it", lines);
    }
}
