package dev.understudy.mock.respond;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.understudy.mock.wire.WireHeader;
import dev.understudy.template.scope.TemplateException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallHeadersTest {

    private static final Optional<String> TEXT = Optional.of("text/plain;charset=UTF-8");

    private static Map<String, String> headers(String... namesAndValues) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (int at = 0; at < namesAndValues.length; at += 2) {
            headers.put(namesAndValues[at], namesAndValues[at + 1]);
        }
        return headers;
    }

    @Test
    @DisplayName(
            "M53 names that differ in their case are one header of a callback, and spaces around values are dropped")
    void joined() throws TemplateException {
        assertThat(CallHeaders.of(headers("X-Dup", " 1 ", "B", "2", "x-dup", "3"), 0, Optional.empty()))
                .containsExactly(new WireHeader("X-Dup", "1, 3"), new WireHeader("B", "2"));
    }

    @Test
    @DisplayName("M53 the type of the body is the author's, and the host is the one that is called")
    void typeAndHost() throws TemplateException {
        assertThat(CallHeaders.of(headers("Host", "other", "X", "1"), 3, TEXT))
                .containsExactly(new WireHeader("X", "1"), new WireHeader("content-type", TEXT.get()));
        assertThat(CallHeaders.of(headers("content-TYPE", "a/b"), 3, TEXT))
                .containsExactly(new WireHeader("content-TYPE", "a/b"));
    }

    @ParameterizedTest
    @CsvSource({"Bad Name, 1", "X, ☃", "Transfer-Encoding, chunked", "Expect, 100-continue", "Content-Length, 2"})
    @DisplayName("M53 a header that can't be sent keeps the callback from being sent")
    void impossible(String name, String value) {
        assertThatThrownBy(() -> CallHeaders.of(headers(name, value), 3, TEXT))
                .isInstanceOf(TemplateException.class)
                .hasMessageContaining(name);
    }

    @Test
    @DisplayName("M53 a length that is right does no harm")
    void length() throws TemplateException {
        assertThat(CallHeaders.of(headers("Content-Length", "3"), 3, Optional.empty()))
                .containsExactly(new WireHeader("Content-Length", "3"));
    }
}
