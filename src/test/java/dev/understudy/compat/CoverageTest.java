package dev.understudy.compat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.environment.FieldType;
import dev.understudy.environment.Schema;
import dev.understudy.template.helper.Helpers;
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

    private static String text;

    @BeforeAll
    static void read() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/test/resources/compat"))) {
            StringBuilder all = new StringBuilder();
            for (Path file : files.sorted().toList()) {
                all.append(Files.readString(file));
            }
            text = all.toString();
        }
    }

    @Test
    @DisplayName("M60 every helper of the templates is compared")
    void helpers() {
        // the hook for unknown names is reached by an unknown name
        Set<String> missing = Helpers.names().stream()
                .filter(name -> !name.equals("helperMissing"))
                .filter(name ->
                        !Pattern.compile("[{(#]" + name + "[ })]").matcher(text).find())
                .collect(Collectors.toSet());
        assertThat(missing).isEmpty();
        assertThat(Helpers.names()).hasSizeGreaterThanOrEqualTo(113);
    }

    @Test
    @DisplayName("M60 every target, operator, response mode and body type is compared")
    void choices() {
        for (var field : List.of(
                Schema.RULE_TARGET, Schema.RULE_OPERATOR, Schema.ROUTE_RESPONSE_MODE, Schema.RESPONSE_BODY_TYPE)) {
            for (String value : ((FieldType.Choice) field.type()).values()) {
                if (!value.isEmpty()) {
                    assertThat(text).as(field.key()).contains("\"" + field.key() + "\": \"" + value + "\"");
                }
            }
        }
    }

    @Test
    @DisplayName("M60 every parameter of CRUD lists is compared")
    void crud() {
        for (String suffix : List.of("eq", "ne", "gt", "gte", "lt", "lte", "like", "start", "end")) {
            assertThat(text).containsPattern("GET /crud/\\w+\\?\\S*_" + suffix + "=");
        }
        for (String parameter : List.of("search", "sort", "order", "page", "limit")) {
            assertThat(text).containsPattern("GET /crud/\\w+\\?\\S*\\b" + parameter + "=");
        }
    }
}
