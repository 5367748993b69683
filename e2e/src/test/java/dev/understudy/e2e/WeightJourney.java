package dev.understudy.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// What a page costs on the wire. `bench/weight` measures more of it.
@ExtendWith(Stage.class)
class WeightJourney {

    private static final long COLD_BYTES = 350_000;
    private static final long WARM_BYTES = 60_000;
    private static final long MESSAGE_BYTES = 80_000;
    private static final int ROUTES = 400;
    private static final int RESPONSES = 4;

    @Test
    @DisplayName("O57 the editor comes with at most 60 kB into a browser that has been there before")
    void warm(Server server, People people) {
        var ana = Editor.open(people.ana(), Parcels.on(server), Parcels.ON_ITS_WAY);
        assertThat(ana.body()).isVisible();
        var wire = Wire.into(ana.page());
        ana.page().reload();
        assertThat(ana.field("endpoint")).isVisible();
        assertThat(ana.body()).isVisible();
        assertThat(wire.bytes()).isBetween(1L, WARM_BYTES);
    }

    @Test
    @DisplayName("O60 the editor comes with at most 350 kB into a browser that has never been there")
    void cold(Server server, People people) {
        var page = people.ana(new NewContextOptions());
        var wire = Wire.into(page);
        var ana = Editor.open(page, Parcels.on(server), Parcels.ON_ITS_WAY);
        assertThat(ana.body()).containsText("on its way");
        assertThat(ana.row("parcels/:id")).isVisible();
        assertThat(wire.bytes()).isBetween(WARM_BYTES, COLD_BYTES);
    }

    @Test
    @DisplayName(
            "U135 what shows the editor of an environment with 1,600 responses has at most 80 kB before compression")
    void large(Server server, People people) {
        var id = server.create(file());
        var page = people.ana();
        var wire = Wire.into(page);
        page.navigate("/environments/" + id);
        var ana = new Editor(page);
        assertThat(ana.body()).containsText("answer 1");
        assertThat(ana.response("Response 4")).isVisible();
        assertThat(ana.row("things/10/:id")).isVisible();
        assertThat(ana.safety()).containsText("Saved");
        assertThat(wire.messages()).isBetween(1L, MESSAGE_BYTES);
    }

    private static String file() {
        var ids = IntStream.rangeClosed(1, ROUTES)
                .mapToObj(_ -> UUID.randomUUID())
                .toList();
        var children = ids.stream()
                .map(id -> "{\"type\": \"route\", \"uuid\": \"%s\"}".formatted(id))
                .collect(Collectors.joining(","));
        var routes = IntStream.rangeClosed(1, ROUTES)
                .mapToObj(at -> """
                        {"uuid": "%s", "type": "http", "method": "get", "endpoint": "things/%d/:id", "responses": [%s]}
                        """.formatted(ids.get(at - 1), at, responses()))
                .collect(Collectors.joining(","));
        return "{\"uuid\": \"%s\", \"lastMigration\": 33, \"name\": \"Large\", \"rootChildren\": [%s], \"routes\": [%s]}"
                .formatted(UUID.randomUUID(), children, routes);
    }

    private static String responses() {
        return IntStream.rangeClosed(1, RESPONSES)
                .mapToObj(at -> """
                        {"uuid": "%s", "statusCode": %d, "label": "Response %d", "body": "answer %d", "default": %s}
                        """.formatted(UUID.randomUUID(), 199 + at, at, at, at == 1))
                .collect(Collectors.joining(","));
    }
}
