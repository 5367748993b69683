package dev.understudy.compat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.environment.Field;
import dev.understudy.environment.FieldType;
import dev.understudy.environment.Schema;
import dev.understudy.template.helper.registry.Helpers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Nothing that the engine can do is missing from the comparison with the reference.
class CoverageTest {

    private static final Path FOLDER = Path.of("src/test/resources/compat");

    /// Helpers that the reference does not have, so that there is nothing to compare them with.
    private static final Set<String> OURS = Set.of();

    private static String text;

    @BeforeAll
    static void read() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER).filter(Files::isRegularFile)) {
            StringBuilder all = new StringBuilder();
            for (Path file : files.sorted().toList()) {
                all.append(Files.readString(file));
            }
            text = all.toString();
        }
    }

    @Test
    @DisplayName("M70 every helper of the templates is compared")
    void helpers() {
        // the hook for unknown names is reached by an unknown name
        Set<String> missing = Helpers.names().stream()
                .filter(name -> !name.equals("helperMissing") && !OURS.contains(name))
                .filter(name ->
                        !Pattern.compile("[{(#]" + name + "[ })]").matcher(text).find())
                .collect(Collectors.toSet());
        assertThat(missing).isEmpty();
        assertThat(Helpers.names()).hasSizeGreaterThanOrEqualTo(113);
    }

    @Test
    @DisplayName("M70 every target, operator, response mode and body type is compared")
    void choices() {
        for (var field : List.of(
                Schema.RULE_TARGET,
                Schema.RULE_OPERATOR,
                Schema.ROUTE_TYPE,
                Schema.ROUTE_METHOD,
                Schema.ROUTE_RESPONSE_MODE,
                Schema.ROUTE_STREAMING_MODE,
                Schema.RESPONSE_BODY_TYPE,
                Schema.ENVIRONMENT_TLS_TYPE)) {
            assertThatAllAreIn(text, field);
        }
    }

    @Test
    @DisplayName("M70 every method and every body type of callbacks is compared")
    void callbacks() throws IOException {
        String file = Files.readString(FOLDER.resolve("callbacks.json"));
        String callbacks = file.substring(file.indexOf("\"callbacks\": [\n"));
        assertThatAllAreIn(callbacks, Schema.CALLBACK_METHOD);
        assertThatAllAreIn(callbacks, Schema.CALLBACK_BODY_TYPE);
        assertThat(callbacks).contains("\"sendFileAsBody\": true").contains("\"sendFileAsBody\": false");
    }

    @Test
    @DisplayName("M70 sockets, streams, proxies, TLS and odd bytes are compared")
    void ways() {
        assertThat(text)
                .contains("\nWS /", "\nWS2 /", "\nRAW ", "\nTLS /", "(binary)", "(close)", "(halves)", "(both)")
                .contains("\"proxyMode\": true", "\"proxyRemovePrefix\": true", "\"cors\": false")
                .contains("Range: bytes=", "If-None-Match:", "If-Modified-Since:", "\"fallbackTo404\": true");
    }

    private static void assertThatAllAreIn(String where, Field<?> field) {
        String key = field.key().substring(field.key().lastIndexOf('.') + 1);
        for (String value : ((FieldType.Choice<?>) field.type()).words()) {
            if (!value.isEmpty()) {
                assertThat(where).as(field.key()).contains("\"" + key + "\": \"" + value + "\"");
            }
        }
    }

    @Test
    @DisplayName("M70 every parameter of CRUD lists is compared")
    void crud() {
        for (String suffix : List.of("eq", "ne", "gt", "gte", "lt", "lte", "like", "start", "end")) {
            assertThat(text).containsPattern("GET /crud/\\w+\\?\\S*_" + suffix + "=");
        }
        for (String parameter : List.of("search", "sort", "order", "page", "limit")) {
            assertThat(text).containsPattern("GET /crud/\\w+\\?\\S*\\b" + parameter + "=");
        }
    }
}
