package dev.understudy.ui.editor.traffic;

import dev.understudy.environment.NodeId;
import dev.understudy.traffic.Exchange;
import java.util.Collection;

/// What can be done with an exchange elsewhere in the editor. Only with the lock of the UI.
public interface ExchangeActions {

    /// Shows a route or response in the form.
    void open(NodeId node);

    /// Shows what the response that answered would answer now, to the same request.
    void preview(Exchange exchange);

    /// Shows that these routes have just answered.
    void answered(Collection<NodeId> routes);

    /// Whether the reader may change the environment.
    boolean mayEdit();

    /// Adds a route that takes what no route took; where another server answered, with its answer.
    void makeRoute(Exchange exchange);

    /// Makes the answer one more response of a route that the reader chooses.
    void addResponse(Exchange exchange);
}
