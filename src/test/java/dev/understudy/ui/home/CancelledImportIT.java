package dev.understudy.ui.home;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.team.Actor;
import dev.understudy.team.Role;
import dev.understudy.ui.UiFixture;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class CancelledImportIT extends UiFixture {

    private static final byte[] FILE = """
            {"name": "Shop", "port": 3000, "routes": [{"method": "get", "endpoint": "a", "responses": [{"body": "x"}]}]}
            """.getBytes(StandardCharsets.UTF_8);

    @Autowired
    private Imports imports;

    private Actor ana;

    @BeforeEach
    void people() {
        ana = member("Ana", Role.OWNER);
    }

    @Test
    @DisplayName("O24 what is cancelled while it is read is not created, however fast it was read")
    void whileReading() {
        Imports.Result result = imports.run(accessOf(ana), "shop.json", FILE, _ -> false);
        assertThat(result).isInstanceOf(Imports.Result.Refused.class);
        assertThat(environments.list(accessOf(ana))).isEmpty();
    }

    @Test
    @DisplayName("O24 what is cancelled while it is saved is not created either")
    void whileSaving() {
        AtomicInteger asked = new AtomicInteger();
        Imports.Result result =
                imports.run(accessOf(ana), "shop.json", FILE, _ -> environmentsAreReachedAt(asked.incrementAndGet()));
        assertThat(result).isInstanceOf(Imports.Result.Refused.class);
        assertThat(((Imports.Result.Refused) result).sentence()).contains("given up");
        assertThat(environments.list(accessOf(ana))).isEmpty();
        assertThat(imports.run(accessOf(ana), "shop.json", FILE)).isInstanceOf(Imports.Result.Imported.class);
    }

    /// Still wanted when it was read, and not any more when all of it is written.
    private static boolean environmentsAreReachedAt(int time) {
        return time < 2;
    }
}
