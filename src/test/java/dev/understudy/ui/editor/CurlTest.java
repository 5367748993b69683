package dev.understudy.ui.editor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.environment.Environment;
import dev.understudy.environment.Schema;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class CurlTest {

    private static final String ADDRESS = "http://localhost:3000/v1";

    private final Environment document = Sample.document();

    @Test
    @DisplayName(
            "U46 the example command asks the route, with a value for each parameter and a body where there is one")
    void lines() {
        assertThat(Curl.line(ADDRESS, document.get(Sample.HEALTH)))
                .isEqualTo("curl -i 'http://localhost:3000/v1/health'");
        assertThat(Curl.line(ADDRESS, document.get(Sample.PAY)))
                .isEqualTo("curl -i -X POST -H 'Content-Type: application/json' -d '{}'"
                        + " 'http://localhost:3000/v1/orders/1/payment'");
    }

    @Test
    @DisplayName("U46 a quote in a path does not end the word of the shell")
    void quotes() {
        var route = document.get(Sample.HEALTH).with(Schema.ROUTE_ENDPOINT, "it's; rm -rf /");
        assertThat(Curl.line(ADDRESS, route)).isEqualTo("curl -i 'http://localhost:3000/v1/it'\\''s; rm -rf /'");
    }
}
