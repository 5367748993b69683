package dev.understudy.ui.editor.traffic;

import com.vaadin.flow.component.button.Button;
import dev.understudy.environment.NodeId;
import dev.understudy.traffic.Exchange;
import java.util.Collection;
import java.util.UUID;
import java.util.function.Consumer;

/// What can be done with an exchange elsewhere in the editor. Only with the lock of the UI.
public interface ExchangeActions {

    /// Shows a route or response in the form.
    void open(NodeId node);

    /// Shows what the response that answered would answer now, to the same request.
    void preview(Exchange exchange);

    /// The address of it, relative to the application.
    String link(Exchange exchange);

    /// The address of the traffic as a page, relative to the application.
    String page();
    /// Shows that these routes have just answered.
    void answered(Collection<NodeId> routes);

    /// Whether the reader may change the environment.
    boolean mayEdit();

    /// Asks the mock the same once more.
    ///
    /// @param button that was pressed for it
    /// @param done is told the exchange that came of it
    void sendAgain(Exchange exchange, Button button, Consumer<UUID> done);

    /// Adds a route that takes what no route took; where another server answered, with its answer.
    void makeRoute(Exchange exchange);

    /// Makes the answer one more response of a route that the reader chooses.
    void addResponse(Exchange exchange);
}
