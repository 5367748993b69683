package dev.understudy.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.understudy.e2e.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Recording what a real server answers, together, and making routes of it and of an archive.
class RecordingJourney {

    private HttpServer real;
    private Server server;
    private People people;
    private Parcels parcels;
    private Editor ana;
    private Editor ben;

    @BeforeEach
    void bothAreThere() throws IOException {
        real = HttpServer.create(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0), 10);
        real.createContext("/", exchange -> {
            var body = ("real " + exchange.getRequestURI()).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        real.start();
        server = Server.fresh(Map.of("UNDERSTUDY_OUTBOUND_ALLOWED_RANGES", "127.0.0.0/8"));
        people = People.of(server);
        parcels = Parcels.on(server);
        ana = Editor.open(people.ana(), parcels, Parcels.ON_ITS_WAY);
        ben = Editor.open(people.ben(), parcels, Parcels.ALL_DEPOTS_FOUND);
    }

    @AfterEach
    void end() throws IOException {
        people.close();
        server.close();
        real.stop(0);
    }

    @Test
    @DisplayName(
            "U160 U161 one starts to record, both see it, the other stops it, reviews it, adds it and takes it back")
    void together() {
        assertThat(ana.page().locator(".recording")).isHidden();
        forward();
        button(ana, "Record").click();
        assertThat(state(ben)).containsText("started by ana");
        server.ask(parcels.url() + "/orders/42");
        server.ask(parcels.url() + "/orders/43");
        assertThat(state(ana)).containsText("Recording · 2 requests");
        assertThat(state(ben)).containsText("Recording · 2 requests");
        button(ben, "Stop recording").click();
        assertThat(state(ana)).containsText("stopped by Ben");
        var dialog = ben.page().locator("vaadin-dialog.review-dialog");
        assertThat(dialog).containsText("/orders/:id");
        assertThat(dialog).containsText("2 responses");
        dialog.getByText("What it answers").click();
        assertThat(dialog).containsText("if id 43");
        dialog.getByText("Add 1 route to the mock").click();
        assertThat(ana.row("orders/:id")).isVisible();
        eventually(() -> assertThat(parcels.document().toString()).contains("real /orders/43"));
        assertThat(state(ana)).isHidden();
        ben.page().locator("vaadin-notification-card").getByText("Undo").click();
        assertThat(ana.row("orders/:id")).isHidden();
    }

    @Test
    @DisplayName("U161 U162 an archive is reviewed before it is added, and what is not ticked is left out")
    void archive() throws IOException {
        var file = Files.createTempFile("archive", ".har");
        Files.writeString(file, """
                {"log":{"entries":[
                  {"request":{"method":"GET","url":"https://api.example.org/vans"},"response":{"status":200,"headers":[],"content":{"mimeType":"text/plain","text":"two vans"}}},
                  {"request":{"method":"GET","url":"https://api.example.org/cars"},"response":{"status":200,"headers":[],"content":{"mimeType":"text/plain","text":"no cars"}}},
                  {"request":{"method":"GET","url":"https://other.example.org/x"},"response":{"status":200,"headers":[],"content":{"mimeType":"text/plain","text":"x"}}}]}}""");
        ana.page().locator("vaadin-button[aria-label=Add]").first().click();
        ana.page().getByText("Import HAR…").click();
        choose(file);
        var dialog = ana.page().locator("vaadin-dialog.review-dialog");
        assertThat(dialog).containsText("/vans");
        assertThat(dialog).containsText("/cars");
        dialog.locator("vaadin-checkbox input[aria-label='GET /cars'], vaadin-checkbox[aria-label='GET /cars'] input")
                .first()
                .uncheck();
        dialog.getByText("Add 1 route to the mock").click();
        assertThat(ben.row("vans")).isVisible();
        assertThat(ben.row("cars")).isHidden();
        eventually(() -> assertThat(parcels.answer("/vans")).isEqualTo("200 two vans"));
    }

    private void choose(Path file) {
        var chooser = ana.page()
                .waitForFileChooser(() -> ana.page().getByText("Choose a file").click());
        chooser.setFiles(file);
    }

    private void forward() {
        var url = "http://127.0.0.1:" + real.getAddress().getPort();
        parcels.edit("""
                [{"op": "set", "node": "%1$s", "field": "proxyHost", "value": "%2$s"},
                 {"op": "set", "node": "%1$s", "field": "proxyMode", "value": true}]""".formatted(parcels.root(), url));
    }

    private static Locator state(Editor person) {
        return person.page().locator(".recording .state");
    }

    private static Locator button(Editor person, String words) {
        return person.page()
                .locator(".recording vaadin-button:visible")
                .filter(new Locator.FilterOptions().setHasText(words));
    }
}
