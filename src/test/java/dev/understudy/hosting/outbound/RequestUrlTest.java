package dev.understudy.hosting.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestUrlTest {

    @ParameterizedTest(name = "L42 {0} goes to {1} port {2}, path {3}")
    @CsvSource({
        "http://example.org, example.org, 80, /",
        "https://example.org/a?b#c, example.org, 443, /a?b",
        "HTTP://Example.ORG:8080//a, example.org, 8080, //a",
        "http://user:pass@example.org/, example.org, 80, /",
        "http://example.org@127.0.0.1/, 127.0.0.1, 80, /",
        "http://example.org:80@127.0.0.1:81/x, 127.0.0.1, 81, /x",
        "http://127.0.0.1#@example.org/, 127.0.0.1, 80, /",
        "http://127.0.0.1?@example.org/, 127.0.0.1, 80, /?@example.org/",
        "http://127.0.0.1\\@example.org/, 127.0.0.1, 80, /@example.org/",
        "http:\\\\127.0.0.1\\a, 127.0.0.1, 80, /a",
        "http:/example.org/a, example.org, 80, /a",
        "http://[::ffff:127.0.0.1]:5/, ::ffff:127.0.0.1, 5, /",
        "http://2130706433/, 2130706433, 80, /",
        "http://0177.0.0.1/, 0177.0.0.1, 80, /",
        "http://example.org/ä b{c}|, example.org, 80, /%C3%A4%20b%7Bc%7D%7C",
        "http://bücher.example/, xn--bcher-kva.example, 80, /",
    })
    void parsed(String url, String host, int port, String path) throws OutboundFailure {
        RequestUrl target = RequestUrl.parse(url);
        assertThat(target.host()).isEqualTo(host);
        assertThat(target.port()).isEqualTo(port);
        assertThat(target.path()).isEqualTo(path);
    }

    @ParameterizedTest(name = "L42 \"{0}\" is no URL to go to")
    @ValueSource(
            strings = {
                "",
                "example.org",
                "//example.org",
                "ftp://example.org",
                "file:///etc/passwd",
                "gopher://example.org",
                "jar:http://example.org!/",
                "http://",
                "http://:80/",
                "http://exa mple.org/",
                "http://%31%32%37.0.0.1/",
                "http://example.org:0/",
                "http://example.org:65536/",
                "http://example.org:x/",
                "http://example.org:+80/",
                "http://[::1/",
                "http://[::1]x/",
                "http://[fe80::1%25eth0]/",
                "http://[example.org]/",
                "http://a\u0000b/"
            })
    void refused(String url) {
        assertThatThrownBy(() -> RequestUrl.parse(url))
                .isInstanceOf(OutboundFailure.class)
                .hasMessageStartingWith("Invalid URL: ");
    }

    @Test
    @DisplayName("L42 a line break in a URL does not get into the request")
    void noInjection() throws OutboundFailure {
        assertThat(RequestUrl.parse("http://example.org/a\r\nX-Evil: 1").path()).isEqualTo("/aX-Evil:%201");
    }

    @ParameterizedTest(name = "L43 from http://example.org/a/b?c, {0} leads to {1}{2}")
    @CsvSource({
        "/x, http://example.org, /x",
        "x, http://example.org, /a/x",
        "?q, http://example.org, /a/?q",
        "//127.0.0.1/x, http://127.0.0.1, /x",
        "https://127.0.0.1/x, https://127.0.0.1, /x",
    })
    void redirects(String location, String origin, String path) throws OutboundFailure {
        RequestUrl next = RequestUrl.parse("http://example.org/a/b?c").resolve(location);
        assertThat(next.origin()).isEqualTo(origin);
        assertThat(next.path()).isEqualTo(path);
    }

    @Test
    @DisplayName("L43 a redirect to another scheme is none")
    void schemes() throws OutboundFailure {
        RequestUrl target = RequestUrl.parse("http://example.org/");
        assertThatThrownBy(() -> target.resolve("file:///etc/passwd")).isInstanceOf(OutboundFailure.class);
        assertThatThrownBy(() -> target.resolve("javascript:1")).isInstanceOf(OutboundFailure.class);
    }
}
