package dev.understudy.server;

import java.net.URI;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;

/// Where people find this server: what the operator said in `UNDERSTUDY_PUBLIC_URL`, else the port of this machine.
@Component
public final class PublicUrl {

    private final String configured;
    private final ApplicationContext context;

    PublicUrl(@Value("${understudy.public-url}") String configured, ApplicationContext context) {
        this.configured = configured.strip().replaceAll("/+$", "");
        this.context = context;
    }

    /// The base of links, without a slash at the end. Without a configured one it is only known once the web server is
    /// up.
    public URI base() {
        return URI.create(configured.isEmpty() ? "http://localhost:" + port() : configured);
    }

    private int port() {
        return context instanceof WebServerApplicationContext web && web.getWebServer() != null
                ? web.getWebServer().getPort()
                : context.getEnvironment().getProperty("server.port", Integer.class, 8080);
    }
}
