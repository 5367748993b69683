package dev.understudy.server;

import java.io.IOException;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Brings up the embedded PostgreSQL where the operator gave no database of their own.
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "spring.datasource.url", matchIfMissing = true, havingValue = "embedded")
class DatabaseConfiguration {

    @Bean
    EmbeddedPostgres embeddedPostgres(@Value("${understudy.data}") Path data) throws IOException {
        var folder = DataFolder.at(data);
        return EmbeddedPostgres.start(folder, folder.file("programs"), EmbeddedPostgres.DURABLE);
    }

    /// Takes the place of the connection settings; everything after this is as with any other PostgreSQL.
    @Bean
    JdbcConnectionDetails connectionDetails(EmbeddedPostgres postgres) {
        return new JdbcConnectionDetails() {
            @Override
            public String getUsername() {
                return postgres.username();
            }

            @Override
            public String getPassword() {
                return postgres.password();
            }

            @Override
            public String getJdbcUrl() {
                return postgres.url();
            }
        };
    }
}
