package dev.understudy.ui.editor.traffic;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H4;
import com.vaadin.flow.component.html.Pre;
import dev.understudy.traffic.BodyExcerpt;
import dev.understudy.traffic.CallbackReport;
import dev.understudy.traffic.HeaderLine;
import dev.understudy.traffic.Redaction;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/// A callback that an answer brought with it: what was sent, and what came back.
final class CallbackPart extends Div {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    CallbackPart(CallbackReport call, ZoneId zone) {
        addClassName("callback");
        String outcome = call.status() == 0 ? "failed" : Integer.toString(call.status());
        add(new H4("Callback %s: %s %s → %s, %s"
                .formatted(
                        call.name(),
                        call.method().toUpperCase(Locale.ROOT),
                        Redaction.address(call.url()),
                        outcome,
                        TIME.format(call.at().atZone(zone)))));
        message("Sent", call.requestHeaders(), call.requestBody());
        if (call.status() == 0) {
            add(new Pre(call.failure()));
        } else {
            message("Came back", call.responseHeaders(), call.responseBody());
        }
    }

    private void message(String label, List<HeaderLine> headers, BodyExcerpt body) {
        String lines = ShellText.headers(headers);
        if (!lines.isEmpty()) {
            Pre text = new Pre(lines);
            text.addClassName("headers");
            text.getElement().setAttribute("aria-label", label);
            add(text);
        }
        if (body.length() > 0) {
            add(new CodeText(BodyWords.of(body)));
        }
    }
}
