package dev.understudy.team.account;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// The settings `UNDERSTUDY_OWNER_*`, with which an installation gets its first owner without anybody being there.
@ConfigurationProperties("understudy.owner")
public record OwnerSettings(
        @DefaultValue("") String email,
        @DefaultValue("") String password,
        @DefaultValue("") String token) {

    boolean given() {
        return !email.isBlank();
    }
}
