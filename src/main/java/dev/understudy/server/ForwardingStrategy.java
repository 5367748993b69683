package dev.understudy.server;

import java.util.Map;
import org.apache.commons.logging.Log;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.logging.DeferredLogFactory;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/// Switches off what the framework itself would believe of forwarding headers, whatever the settings say: it trusts
/// every private address. Whom to believe is told by `UNDERSTUDY_PROXIES` alone.
public final class ForwardingStrategy implements EnvironmentPostProcessor {

    private static final String STRATEGY = "server.forward-headers-strategy";
    private static final String NONE = "none";

    private static final Map<String, Object> OFF = Map.of(
            STRATEGY,
            NONE,
            "server.tomcat.remoteip.remote-ip-header",
            "",
            "server.tomcat.remoteip.protocol-header",
            "");

    private final Log log;

    public ForwardingStrategy(DeferredLogFactory logs) {
        this.log = logs.getLog(ForwardingStrategy.class);
    }

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (!NONE.equalsIgnoreCase(environment.getProperty(STRATEGY, NONE).strip())) {
            log.warn("SERVER_FORWARD_HEADERS_STRATEGY has no effect: forwarding headers are believed from the addresses"
                    + " in UNDERSTUDY_PROXIES, and from nobody else.");
        }
        environment.getPropertySources().addFirst(new MapPropertySource("forwarding strategy", OFF));
    }
}
