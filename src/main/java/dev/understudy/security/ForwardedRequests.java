package dev.understudy.security;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/// Gives a request that a trusted proxy passes on the address of its client, and the scheme that the client used. The
/// host is the one that the proxy names in `Host`; no address that the server makes depends on it.
final class ForwardedRequests extends ValveBase {

    private static final int HTTP_PORT = 80;
    private static final int HTTPS_PORT = 443;

    private final TrustedProxies proxies;

    ForwardedRequests(TrustedProxies proxies) {
        super(true);
        this.proxies = proxies;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        String peer = request.getRemoteAddr();
        if (proxies.contains(peer)) {
            String client = proxies.client(peer, Collections.list(request.getHeaders("X-Forwarded-For")));
            request.setRemoteAddr(client);
            request.setRemoteHost(client);
            takeScheme(request, Collections.list(request.getHeaders("X-Forwarded-Proto")));
        }
        getNext().invoke(request, response);
    }

    /// Of several proxies each one has to have been asked over HTTPS.
    private static void takeScheme(Request request, List<String> forwarded) {
        String schemes = String.join(",", forwarded).replace(" ", "");
        if (schemes.isEmpty()) {
            return;
        }
        boolean secure = schemes.matches("(?i)https(,https)*");
        request.setSecure(secure);
        request.getCoyoteRequest().scheme().setString(secure ? "https" : "http");
        if (secure && request.getServerPort() == HTTP_PORT) {
            request.getCoyoteRequest().setServerPort(HTTPS_PORT);
        }
    }

    /// Puts it in front of everything that looks at a request.
    @Component
    static class InPlace implements WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> {

        private final TrustedProxies proxies;

        InPlace(@Value("${understudy.proxies}") String setting) {
            this.proxies = TrustedProxies.parse(setting);
        }

        @Override
        public void customize(ConfigurableTomcatWebServerFactory factory) {
            factory.addEngineValves(new ForwardedRequests(proxies));
        }
    }
}
