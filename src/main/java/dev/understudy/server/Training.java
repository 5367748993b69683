package dev.understudy.server;

import java.io.IOException;
import java.net.URI;
import java.net.URLConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// Ends the server as soon as it has shown the sign-in page, with `understudy.training=true`: Java watches such a run
/// and keeps what it learnt for later starts (`-XX:AOTCacheOutput`).
@Component
@ConditionalOnProperty(name = "understudy.training", havingValue = "true")
final class Training {

    private static final Logger LOG = LoggerFactory.getLogger(Training.class);

    /// The page, and what its script asks for first.
    private static final String[] PAGES = {"/login", "/login?v-r=init&location=login&query=", "/actuator/health"};

    @EventListener
    @Order(Ordered.LOWEST_PRECEDENCE)
    void show(ApplicationReadyEvent ready) {
        Thread.ofPlatform().name("training").start(() -> {
            var port = ready.getApplicationContext().getEnvironment().getRequiredProperty("local.server.port");
            try {
                for (var page : PAGES) {
                    read(URI.create("http://localhost:" + port + page));
                }
            } catch (IOException failure) {
                LOG.warn("The training did not see all of it", failure);
            }
            System.exit(SpringApplication.exit(ready.getApplicationContext()));
        });
    }

    private static void read(URI page) throws IOException {
        URLConnection connection = page.toURL().openConnection();
        connection.setRequestProperty("Accept", "text/html");
        try (var body = connection.getInputStream()) {
            body.transferTo(java.io.OutputStream.nullOutputStream());
        }
    }
}
