package dev.understudy.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Stage.class)
class HealthJourney {

    @Test
    @DisplayName("O8 the packaged server is healthy and says no more than that")
    void serverIsHealthy(Server server, People people) {
        var page = people.somebody();
        page.navigate("/actuator/health");
        assertThat(page.locator("body").innerText()).contains("UP").doesNotContain("components");
        assertThat(server.get("/actuator/health").statusCode()).isEqualTo(200);
    }
}
