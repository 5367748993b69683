package dev.understudy.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// From what the mock was asked to asking again, and what is said on a WebSocket, in two browsers.
@ExtendWith(Stage.class)
class ConversationJourney {

    private Server server;
    private Parcels parcels;
    private Editor ana;
    private Editor ben;

    @BeforeEach
    void bothLook(Server asked, People people) {
        server = asked;
        parcels = Parcels.on(server);
        ana = Editor.open(people.ana(), parcels, Parcels.ON_ITS_WAY);
        ben = Editor.open(people.ben(), parcels, Parcels.ON_ITS_WAY);
        open(ana);
        open(ben);
    }

    @Test
    @DisplayName("U172 a request sent again is seen by both, with who sent it, and is open in the sender's panel")
    void again() {
        server.ask(parcels.url() + "/parcels/7?page=a%2Fb");
        row(ana, "/parcels/7").locator("button").first().click();
        row(ana, "/parcels/7").getByText("Send again").click();
        assertThat(row(ben, "sent again by")).containsText("/parcels/7?page=a%2Fb");
        assertThat(row(ana, "sent again by")).containsText("/parcels/7?page=a%2Fb");
        assertThat(row(ana, "sent again by").locator(".exchange-details")).isVisible();
        assertThat(ana.page().locator(".traffic-list .exchange")).hasCount(2);
        assertThat(row(ben, "sent again by").locator(".exchange-details")).hasCount(0);
    }

    @Test
    @DisplayName("U170 the route that answers lights up in the tree of both for a moment")
    void lights() {
        assertThat(ana.page().locator(".traffic-panel")).containsText("curl");
        server.ask(parcels.url() + "/parcels/7");
        Locator lit = ben.page()
                .locator(".route-tree .answered .tree-row")
                .filter(new Locator.FilterOptions().setHasText("parcels/:id"));
        assertThat(lit).hasCount(1);
        assertThat(lit).hasCount(0);
        server.ask(parcels.url() + "/parcels/8");
        assertThat(ana.page().locator(".route-tree .answered .tree-row")).hasCount(1);
    }

    @Test
    @DisplayName("U171 an answer becomes one more response of the route, which is shown then")
    void response() {
        server.ask(parcels.url() + "/parcels/7");
        row(ana, "/parcels/7").locator("button").first().click();
        row(ana, "/parcels/7").getByText("Add as response").click();
        Locator dialog = ana.page().locator("vaadin-dialog");
        assertThat(dialog.locator("vaadin-combo-box input")).hasValue("GET parcels/:id");
        dialog.locator("vaadin-button")
                .getByText("Add", new Locator.GetByTextOptions().setExact(true))
                .click();
        assertThat(ana.page()).not().hasURL(Pattern.compile(".*" + Parcels.ON_ITS_WAY));
        assertThat(ana.body()).containsText("on its way");
    }

    @Test
    @DisplayName("U173 both follow a conversation on a WebSocket while it goes on, and see how it ends")
    void conversation() throws Exception {
        String route = UUID.randomUUID().toString();
        parcels.edit("""
                [{"op": "add", "node": "%s", "kind": "route", "parent": "%s", "fields": {"type": "ws", "endpoint": "track"}},
                 {"op": "add", "node": "%s", "kind": "response", "parent": "%1$s",
                  "fields": {"label": "Position", "default": true, "body": "{\\"at\\":\\"{{body}}\\"}"}}]""".formatted(route, parcels.root(), UUID.randomUUID()));
        assertThat(ana.row("track")).isVisible();
        WebSocket socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(
                        URI.create(parcels.url().replaceFirst("^http", "ws") + "/track"), new WebSocket.Listener() {})
                .get(10, TimeUnit.SECONDS);
        assertThat(row(ana, "/track")).containsText("open for");
        row(ana, "/track").locator("button").first().click();
        assertThat(row(ana, "/track")).containsText("Nothing was said yet");
        socket.sendText("Berlin", true).get(10, TimeUnit.SECONDS);
        assertThat(row(ana, "/track")).containsText("2 messages");
        assertThat(row(ben, "/track")).containsText("2 messages");
        assertThat(row(ana, "/track").locator(".message.out")).containsText("\"at\" : \"Berlin\"");
        assertThat(row(ana, "/track").locator(".message.out")).containsText("answered by Position");
        socket.sendText("Kiel", true).get(10, TimeUnit.SECONDS);
        assertThat(row(ana, "/track").locator(".message")).hasCount(4);
        socket.sendClose(WebSocket.NORMAL_CLOSURE, "there").get(10, TimeUnit.SECONDS);
        assertThat(row(ana, "/track")).containsText("was open for");
        assertThat(row(ben, "/track")).containsText("closed by the client: 1000 there");
    }

    private static void open(Editor person) {
        person.page().locator("aside nav button").getByText("Traffic").click();
        assertThat(person.page().locator(".traffic-panel")).isVisible();
    }

    private static Locator row(Editor person, String text) {
        return person.page()
                .locator(".traffic-list .exchange")
                .filter(new Locator.FilterOptions().setHasText(text))
                .first();
    }
}
