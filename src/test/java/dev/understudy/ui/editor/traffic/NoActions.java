package dev.understudy.ui.editor.traffic;

import dev.understudy.environment.NodeId;
import dev.understudy.traffic.Exchange;

/// Leads nowhere, as for somebody who may only look.
class NoActions implements ExchangeActions {

    @Override
    public void open(NodeId node) {}

    @Override
    public void preview(Exchange exchange) {}

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
    public void makeRoute(Exchange exchange) {}
}
