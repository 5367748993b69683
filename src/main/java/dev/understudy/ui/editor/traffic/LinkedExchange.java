package dev.understudy.ui.editor.traffic;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.understudy.traffic.Exchange;
import dev.understudy.ui.kit.Errand;
import dev.understudy.ui.kit.QuietButtons;
import dev.understudy.ui.kit.Sign;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The exchange that an address leads to, above all others, if it is not among those that are shown anyway. Only with
/// the lock of its UI.
final class LinkedExchange extends Div {

    private final Function<UUID, Optional<Exchange>> look;
    private final Function<Exchange, ExchangeRow> rows;
    private final Span words = new Span();
    private @Nullable ExchangeRow row;
    private Optional<UUID> wanted = Optional.empty();

    /// @param look finds one, wherever it is; takes its time
    LinkedExchange(Function<UUID, Optional<Exchange>> look, Function<Exchange, ExchangeRow> rows) {
        this.look = look;
        this.rows = rows;
        addClassName("traffic-linked");
        Button close = QuietButtons.of(Sign.CLOSE, "Close the linked request", this::hide);
        Div head = new Div(words, close);
        head.addClassName("head");
        add(head);
        hide();
    }

    /// Looks for it and shows it, or says that it is not there any more.
    void show(UUID id) {
        hide();
        wanted = Optional.of(id);
        setVisible(true);
        words.setText("Looking for the linked request…");
        Errand.fetch(() -> look.apply(id), found -> {
            if (wanted.equals(Optional.of(id))) {
                found.ifPresentOrElse(this::show, () -> words.setText("The linked request is not kept any more."));
            }
        });
    }

    private void show(Exchange exchange) {
        words.setText("The linked request");
        ExchangeRow made = rows.apply(exchange);
        row = made;
        add(made);
        made.open();
    }

    /// Which one is looked for or shown.
    Optional<UUID> wanted() {
        return wanted;
    }

    Optional<ExchangeRow> row() {
        return Optional.ofNullable(row);
    }

    void hide() {
        wanted = Optional.empty();
        words.setText("");
        setVisible(false);
        if (row != null) {
            remove(row);
            row = null;
        }
    }
}
