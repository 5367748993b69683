package dev.understudy.security;

import dev.understudy.security.cookie.RoomyProtocol;
import java.time.Duration;
import org.apache.catalina.connector.Connector;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// Tells the server how many connections an address may have, and how long a head may take. Proxies have any number:
/// everybody comes through them.
@Component
@Order // behind the settings of the server, of which it takes a part
final class AddressShares implements WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> {

    private final TrustedProxies proxies;
    private final int connections;
    private final Duration headTime;

    AddressShares(
            @Value("${understudy.proxies}") String proxies,
            @Value("${understudy.connections-per-address}") int connections,
            @Value("${understudy.head-time}") Duration headTime) {
        this.proxies = TrustedProxies.parse(proxies);
        this.connections = connections;
        this.headTime = headTime;
    }

    @Override
    public void customize(ConfigurableTomcatWebServerFactory factory) {
        factory.addConnectorCustomizers(this::share);
    }

    private void share(Connector connector) {
        if (connector.getProtocolHandler() instanceof RoomyProtocol server) {
            server.share(connections, this::counted, headTime);
        }
    }

    private String counted(String address) {
        return proxies.contains(address) ? "" : ClientAddress.network(address);
    }
}
