package dev.understudy.ui.editor.traffic;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import dev.understudy.traffic.Brief;
import dev.understudy.traffic.Conversation;
import dev.understudy.traffic.Exchange;
import dev.understudy.traffic.Redaction;
import dev.understudy.traffic.TrafficFilter;
import dev.understudy.ui.kit.MethodBadge;
import dev.understudy.ui.kit.StatusCode;
import dev.understudy.why.Why;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// One exchange in the list: what was asked and what answered; a click shows the rest.
final class ExchangeRow extends Div {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    private Exchange exchange;
    private final ExchangeActions actions;
    private final Consumer<UUID> reveal;
    private final NativeButton head = new NativeButton();
    private @Nullable ExchangeDetails details;
    private Optional<String> address = Optional.empty();
    private final String time;
    private final Span talk = new Span();
    private @Nullable OpenFor open;

    /// @param reveal shows another exchange
    ExchangeRow(Exchange exchange, ZoneId zone, ExchangeActions actions, Consumer<UUID> reveal) {
        this.reveal = reveal;
        this.exchange = exchange;
        this.actions = actions;
        addClassName("exchange");
        getElement().setAttribute("role", "listitem");
        Span path = new Span(Redaction.target(exchange));
        path.addClassName("path");
        Div first = new Div(new MethodBadge(exchange.method()), path, new StatusCode(exchange.status()));
        first.addClassName("first");
        time = TIME.format(exchange.at().atZone(zone)) + " · ";
        head.add(first, second());
        head.addClickListener(_ -> toggle());
        head.getElement().setAttribute("aria-expanded", "false");
        add(head);
    }

    private Div second() {
        Optional<Conversation> conversation = exchange.sequel().conversation();
        if (conversation.isPresent()) {
            open = new OpenFor(exchange.at(), conversation.get().ending().map(Conversation.Ending::at));
            Div second = new Div(new Span(time), open, talk);
            second.addClassName("second");
            tell(conversation.get());
            return second;
        }
        String start = time + exchange.durationMillis() + " ms · " + again();
        Why why = exchange.why();
        String summary = why.summary();
        String strong = switch (why.by()) {
            case RESPONSE -> why.answer();
            case NOTHING ->
                why.nearest().stream()
                        .findFirst()
                        .filter(route -> !route.samePath())
                        .map(route -> route.path())
                        .orElse("");
            case PROXY, PREFLIGHT, FAILURE -> "";
        };
        Div second = new Div();
        second.addClassName("second");
        if (!strong.isEmpty() && summary.endsWith(strong)) {
            Span bold = new Span(strong);
            bold.addClassName("strong");
            second.add(new Span(start + summary.substring(0, summary.length() - strong.length())), bold);
        } else {
            second.add(new Span(start + summary));
        }
        return second;
    }

    private String again() {
        String by = exchange.sequel().sentAgainBy();
        return by.isEmpty() ? "" : "sent again by " + by + " · ";
    }

    private void tell(Conversation conversation) {
        talk.setText(" · " + ConversationWords.count(conversation)
                + conversation
                        .ending()
                        .map(ending -> " · " + ConversationWords.ending(ending))
                        .orElse(""));
    }

    Exchange exchange() {
        return exchange;
    }

    /// It went on.
    void now(Exchange later) {
        exchange = later;
        later.sequel().conversation().ifPresent(conversation -> {
            tell(conversation);
            if (open != null) {
                conversation.ending().map(Conversation.Ending::at).ifPresent(open::end);
            }
        });
        if (details != null) {
            details.now(later);
        }
    }

    /// Where the mock answers now, for command lines.
    void at(Optional<String> now) {
        address = now;
        if (details != null) {
            details.at(now);
        }
    }

    /// Shows all of it, and leads there.
    void open() {
        if (details == null) {
            toggle();
        }
        getElement().executeJs("this.scrollIntoView({block: 'nearest'})");
    }

    private void toggle() {
        boolean opens = details == null;
        head.getElement().setAttribute("aria-expanded", Boolean.toString(opens));
        setClassName("open", opens);
        ExchangeDetails shown = details;
        if (shown == null) {
            ExchangeDetails made = new ExchangeDetails(exchange, actions, reveal);
            made.at(address);
            details = made;
            add(made);
        } else {
            remove(shown);
            details = null;
        }
    }

    boolean fits(TrafficFilter filter) {
        return filter.test(Brief.of(exchange));
    }
}
