package dev.understudy.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ApiServerTest
class CompressionIT {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /// One of the tests' resources, with a compressed one beside it as the bundler makes them.
    private static final String SCRIPT = "/VAADIN/build/sample-A1b2C3d4.js";

    @Autowired
    private ApiWorld world;

    @Test
    @DisplayName("O55 a page and its data come compressed, and say so to whoever keeps them")
    void page() throws Exception {
        HttpResponse<byte[]> page = get("/login", "gzip");
        assertThat(header(page, "Content-Encoding")).isEqualTo("gzip");
        assertThat(header(page, "Vary")).containsIgnoringCase("accept-encoding");
        assertThat(text(page)).contains("<title>Understudy");
        assertThat(header(get("/login?v-r=init&location=login&query=", "gzip"), "Content-Encoding"))
                .isEqualTo("gzip");
        assertThat(header(get("/login", "identity"), "Content-Encoding")).isEmpty();
    }

    @Test
    @DisplayName("O55 what another site asks for with cookies comes as it is")
    void foreign() throws Exception {
        HttpResponse<byte[]> page =
                get("/login", "gzip, br", "Sec-Fetch-Site", "same-site", "Cookie", "understudy-session=x");
        assertThat(header(page, "Content-Encoding")).isEmpty();
        assertThat(new String(page.body(), StandardCharsets.UTF_8)).contains("<title>Understudy");
    }

    @Test
    @DisplayName("O55 O56 what the bundler wrote comes as Brotli and is kept for good")
    void script() throws Exception {
        HttpResponse<byte[]> brotli = get(SCRIPT, "gzip, br");
        assertThat(header(brotli, "Content-Encoding")).isEqualTo("br");
        assertThat(header(brotli, "Cache-Control")).isEqualTo("public, max-age=31536000, immutable");
        assertThat(header(brotli, "Pragma") + header(brotli, "Expires")).isEmpty();
        HttpResponse<byte[]> gzip = get(SCRIPT, "gzip");
        assertThat(header(gzip, "Content-Encoding")).isEqualTo("gzip");
    }

    @Test
    @DisplayName("O55 JSON of the API comes compressed, and its event streams don't")
    void api() throws Exception {
        ApiClient api = world.owner().client();
        String id = api.create("");
        HttpResponse<byte[]> description = get("/api/v1/openapi.json", "gzip");
        assertThat(header(description, "Content-Encoding")).isEqualTo("gzip");
        try (EventReader stream = api.follow(id, "?since=0", "Accept-Encoding", "gzip")) {
            assertThat(stream.next("change").data().path("revision").asInt()).isEqualTo(1);
        }
    }

    private HttpResponse<byte[]> get(String path, String encoding, String... headers) throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(world.base() + path)).header("Accept-Encoding", encoding);
        request.header("Accept", "text/html");
        if (headers.length > 0) {
            request.headers(headers);
        }
        return HTTP.send(request.build(), BodyHandlers.ofByteArray());
    }

    private static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }

    private static String text(HttpResponse<byte[]> zipped) throws Exception {
        try (var text = new GZIPInputStream(new ByteArrayInputStream(zipped.body()))) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
