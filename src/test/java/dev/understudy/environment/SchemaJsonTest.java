package dev.understudy.environment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SchemaJsonTest {

    private static final Path MADE = Path.of("target", "schema.json");

    @Test
    @DisplayName("D17 schema.json says what the schema says")
    void isFresh() throws IOException {
        String made = SchemaJson.text();
        Files.writeString(MADE, made);
        try (InputStream in = SchemaJsonTest.class.getResourceAsStream("/schema.json")) {
            String kept = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            assertThat(kept)
                    .as("The schema changed: copy %s to src/main/resources/schema.json", MADE)
                    .isEqualTo(made);
        }
    }
}
