package dev.understudy.security.cookie;

import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/// Tells the server how cookies come and go.
@Component
final class CookieSetup implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    /// The size of the head bounds their number.
    private static final int ANY_NUMBER = -1;

    @Override
    public void customize(TomcatServletWebServerFactory server) {
        server.setProtocol(RoomyProtocol.class.getName());
        server.addConnectorCustomizers(connector -> connector.setMaxCookieCount(ANY_NUMBER));
        server.addContextValves(new BelievedCookies());
        server.addContextCustomizers(context -> context.setCookieProcessor(new OwnCookieProcessor()));
    }
}
