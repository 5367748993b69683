package dev.understudy.mock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.environment.ResponseMode;
import dev.understudy.environment.Schema;
import dev.understudy.js.JsArray;
import dev.understudy.js.JsObject;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ConcurrencyTest {

    private static final int THREADS = 8;
    private static final int REQUESTS = 200;

    private static List<String> all(Callable<String> request) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            List<Callable<String>> calls =
                    IntStream.range(0, REQUESTS).mapToObj(_ -> request).toList();
            List<Future<String>> done = threads.invokeAll(calls);
            return done.stream().map(Future::resultNow).toList();
        }
    }

    @Test
    @DisplayName("M68 of requests that change a bucket at the same time none is lost, and each new item has its own id")
    void atomic() throws Exception {
        RunningMock mock =
                new MockFixture().bucket("b1", "B", "[]").crud("items", "b1").run();
        mock.send("POST", "/items", "{\"id\":1}");
        all(() -> mock.send("POST", "/items", "{}"));
        JsArray items = (JsArray) mock.state().bucket("b1").orElseThrow().value();
        assertThat(items.values().stream()
                        .map(item -> ((JsObject) item).get("id"))
                        .collect(Collectors.toSet()))
                .hasSize(REQUESTS + 1);
    }

    @Test
    @DisplayName("M68 sequential responses take turns among requests at the same time, and all are counted")
    void sequential() throws Exception {
        MockFixture fixture = new MockFixture()
                .route("get", "t", "a")
                .ofRoute(Schema.ROUTE_RESPONSE_MODE, ResponseMode.SEQUENTIAL)
                .response(200, "b");
        RunningMock mock = fixture.run();
        assertThat(all(() -> mock.text("/t")).stream().filter("a"::equals)).hasSize(REQUESTS / 2);
        assertThat(mock.state().answersOf(fixture.route())).isEqualTo(REQUESTS);
    }

    @Test
    @DisplayName("M68 a bucket that waits for a request is made once, whoever asks first")
    void firstRequest() throws Exception {
        RunningMock mock = new MockFixture()
                .bucket("b1", "B", "{\"m\":\"{{method}}{{oneOf 1 2 3 4 5 6 7 8 9}}\"}")
                .route("get", "t", "{{{data 'b1'}}}")
                .run();
        assertThat(all(() -> mock.text("/t"))).containsOnly(mock.text("/t"));
    }
}
