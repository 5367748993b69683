package dev.understudy.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.understudy.e2e.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.json.JsonMapper;

/// What happens to work when the network or the server goes away.
@ExtendWith(Stage.class)
class ConnectionJourney {

    @Test
    @DisplayName("U60 U74 while the line is cut one can type on; afterwards everybody has everything")
    void cutLine(Server server, People people) {
        var parcels = Parcels.on(server);
        try (var line = Line.to(server.port())) {
            var ana = Editor.open(people.anaAt(line.url()), parcels, Parcels.ON_ITS_WAY);
            var ben = Editor.open(people.ben(), parcels, Parcels.ON_ITS_WAY);
            assertThat(ana.here()).hasText("2 here");
            line.cut();
            assertThat(ana.safety()).containsText("Not connected");
            ana.body().click();
            ana.page().keyboard().press("ControlOrMeta+End");
            ana.page().keyboard().insertText("\nAna, offline");
            ana.field("label").fill("Somewhere");
            ben.body().click();
            ben.page().keyboard().press("ControlOrMeta+Home");
            ben.page().keyboard().insertText("Ben, online\n");
            ben.saved();
            line.mend();
            var whole = "Ben, online\n{\n  \"id\": 7,\n  \"state\": \"on its way\"\n}\nAna, offline";
            for (var person : new Editor[] {ana, ben}) {
                eventually(() -> assertThat(person.bodyText()).isEqualTo(whole));
                assertThat(person.field("label")).hasValue("Somewhere");
            }
            ana.saved();
            assertThat(parcels.response(Parcels.ON_ITS_WAY).path("body").asString())
                    .isEqualTo(whole);
        }
    }

    @Test
    @DisplayName(
            "U74 O9 a server that is killed and comes back: what was typed meanwhile is saved, and work goes on; its log is"
                    + " JSON if that is wanted")
    void killedServer() throws IOException, InterruptedException {
        try (var server = Server.fresh(Map.of("UNDERSTUDY_LOG", "json"));
                var people = People.of(server)) {
            var parcels = Parcels.on(server);
            var ana = Editor.open(people.ana(), parcels, Parcels.ON_ITS_WAY);
            ana.body().click();
            ana.page().keyboard().press("ControlOrMeta+End");
            ana.page().keyboard().insertText("\nbefore");
            ana.saved();
            server.kill();
            assertThat(ana.safety()).containsText("Not connected");
            assertThat(ana.page()
                            .getByText("The connection to Understudy is lost")
                            .first())
                    .isVisible();
            ana.page().keyboard().insertText(", meanwhile");
            ana.field("label").fill("Meanwhile");
            server.start();
            var whole = "{\n  \"id\": 7,\n  \"state\": \"on its way\"\n}\nbefore, meanwhile";
            eventually(() -> {
                var stored = parcels.response(Parcels.ON_ITS_WAY);
                assertThat(stored.path("body").asString()).isEqualTo(whole);
                assertThat(stored.path("label").asString()).isEqualTo("Meanwhile");
            });
            ana.saved();
            assertThat(ana.field("label")).hasValue("Meanwhile");
            ana.body().click();
            ana.page().keyboard().press("ControlOrMeta+End");
            ana.page().keyboard().insertText(", after");
            eventually(() -> assertThat(parcels.answer("/parcels/7")).isEqualTo("200 " + whole + ", after"));
            assertThat(ana.here()).hasText("1 here");
            assertThat(server.log().lines().filter(line -> line.contains("Understudy is ready")))
                    .as("each start says where it is")
                    .hasSize(2)
                    .allSatisfy(line -> assertThat(JsonMapper.shared()
                                    .readTree(line)
                                    .path("message")
                                    .asString())
                            .contains(server.url()));
            assertThat(server.log().lines()).noneMatch(line -> line.matches("\\d{4}-\\d\\d-\\d\\dT.*"));
        }
    }
}
