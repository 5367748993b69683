package dev.understudy.server;

import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Gives migrations a connection of their own: they may take as long as they need, while those of the pool are ended.
@Configuration(proxyBeanMethods = false)
class MigrationConnection {

    @Bean
    FlywayConfigurationCustomizer ownConnection(JdbcConnectionDetails database) {
        return flyway -> flyway.dataSource(database.getJdbcUrl(), database.getUsername(), database.getPassword());
    }
}
