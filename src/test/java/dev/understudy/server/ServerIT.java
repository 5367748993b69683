package dev.understudy.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.ContextConfiguration;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestDatabase.ForSpring.class)
class ServerIT {

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private ReadyLines ready;

    @Test
    @DisplayName("O1 with a PostgreSQL of the operator's nothing embedded is started")
    void nothingEmbeddedBesideAnOwnDatabase() throws Exception {
        assertThat(context.getBeansOfType(EmbeddedPostgres.class)).isEmpty();
        assertThat(ready.lines().get(2)).contains("jdbc:postgresql://").doesNotContain("password");
    }

    @Test
    @DisplayName("O7 three lines say the address, what to do first and where the data is")
    void threeLines() throws Exception {
        assertThat(ready.lines()).hasSize(3);
        assertThat(ready.lines().getFirst()).contains("http://localhost:" + port);
    }

    @Test
    @DisplayName("O8 health needs no sign-in and gives no details")
    void healthIsOpenAndShort() throws Exception {
        var answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/actuator/health"))
                                .build(),
                        BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains("\"status\":\"UP\"")
                .doesNotContain("components")
                .doesNotContain("db");
    }
}
