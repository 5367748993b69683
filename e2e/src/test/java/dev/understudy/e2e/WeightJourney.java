package dev.understudy.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// What a page costs on the wire. `bench/weight` measures more of it.
@ExtendWith(Stage.class)
class WeightJourney {

    private static final long WARM_BYTES = 60_000;

    @Test
    @DisplayName("O57 the editor comes with at most 60 kB into a browser that has been there before")
    void warm(Server server, People people) {
        var ana = Editor.open(people.ana(), Parcels.on(server), Parcels.ON_ITS_WAY);
        assertThat(ana.body()).isVisible();
        var page = ana.page();
        var bytes = new AtomicLong();
        var network = page.context().newCDPSession(page);
        network.on(
                "Network.loadingFinished",
                answer -> bytes.addAndGet(
                        Math.round(answer.get("encodedDataLength").getAsDouble())));
        network.send("Network.enable");
        page.reload();
        assertThat(ana.field("endpoint")).isVisible();
        assertThat(ana.body()).isVisible();
        assertThat(bytes.get()).isBetween(1L, WARM_BYTES);
    }
}
