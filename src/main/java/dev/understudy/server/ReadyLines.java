package dev.understudy.server;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// Says at the end of the start, in three lines, where Understudy is, what to do first, and where the data is.
@Component
final class ReadyLines {

    private static final Logger LOG = LoggerFactory.getLogger(ReadyLines.class);

    private final PublicUrl address;
    private final ObjectProvider<FirstStep> firstSteps;
    private final Optional<EmbeddedPostgres> embedded;
    private final DataSource database;
    private final Path data;
    private final boolean readable;

    ReadyLines(
            PublicUrl address,
            ObjectProvider<FirstStep> firstSteps,
            Optional<EmbeddedPostgres> embedded,
            DataSource database,
            @Value("${understudy.data}") Path data,
            @Value("${logging.structured.format.console:}") String format) {
        this.address = address;
        this.firstSteps = firstSteps;
        this.embedded = embedded;
        this.database = database;
        this.data = data;
        this.readable = format.isEmpty();
    }

    @EventListener
    @Order(Ordered.LOWEST_PRECEDENCE)
    void print(ApplicationReadyEvent ready) throws SQLException {
        var lines = lines();
        if (readable) {
            System.out.println("\n" + String.join("\n", lines) + "\n");
        } else {
            lines.forEach(LOG::info);
        }
    }

    List<String> lines() throws SQLException {
        return List.of(
                "Understudy is ready:  " + address.base(),
                "What to do first:     " + firstStep(),
                "Where the data is:    " + whereTheDataIs());
    }

    private String firstStep() {
        return firstSteps
                .orderedStream()
                .flatMap(step -> step.sentence().stream())
                .findFirst()
                .orElse("open the address and sign in");
    }

    private String whereTheDataIs() throws SQLException {
        if (embedded.isPresent()) {
            return data.toAbsolutePath().normalize() + " (an embedded PostgreSQL)";
        }
        try (var connection = database.getConnection()) {
            return connection.getMetaData().getURL().replaceAll("[?].*", "");
        }
    }
}
