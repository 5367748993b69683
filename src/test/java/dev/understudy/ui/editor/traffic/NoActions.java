package dev.understudy.ui.editor.traffic;

import com.vaadin.flow.component.button.Button;
import dev.understudy.environment.NodeId;
import dev.understudy.traffic.Exchange;
import java.util.Collection;
import java.util.UUID;
import java.util.function.Consumer;

/// Leads nowhere, as for somebody who may only look.
class NoActions implements ExchangeActions {

    @Override
    public void open(NodeId node) {}

    @Override
    public void preview(Exchange exchange) {}

    @Override
    public void answered(Collection<NodeId> routes) {}

    @Override
    public String link(Exchange exchange) {
        return "environments/1?exchange=" + exchange.id();
    }

    @Override
    public String page() {
        return "environments/1/traffic";
    }

    @Override
    public boolean mayEdit() {
        return false;
    }

    @Override
    public void sendAgain(Exchange exchange, Button button, Consumer<UUID> done) {}

    @Override
    public void makeRoute(Exchange exchange) {}

    @Override
    public void addResponse(Exchange exchange) {}
}
