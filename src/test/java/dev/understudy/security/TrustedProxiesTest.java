package dev.understudy.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.understudy.server.CannotStart;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrustedProxiesTest {

    private final TrustedProxies proxies = TrustedProxies.parse("10.0.0.2, fd00::/8,192.0.2.0/24");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "10.0.0.2 | 203.0.113.5 | 203.0.113.5",
                "10.0.0.2 | 1.1.1.1, 203.0.113.5 | 203.0.113.5",
                "10.0.0.2 | 1.1.1.1, 203.0.113.5, 192.0.2.7 | 203.0.113.5",
                "10.0.0.2 | 1.1.1.1,203.0.113.5 , fd12::1,192.0.2.7 | 203.0.113.5",
                "10.0.0.2 | 10.0.0.3 | 10.0.0.3",
                "10.0.0.2 | 192.0.2.9, 192.0.2.7 | 192.0.2.9",
                "10.0.0.2 | 1.1.1.1, unknown, 192.0.2.7 | 192.0.2.7",
                "10.0.0.2 | 1.1.1.1, | 10.0.0.2",
                "10.0.0.2 | '' | 10.0.0.2",
                "10.0.0.2 | 203.0.113.5:4711 | 203.0.113.5",
                "10.0.0.2 | [2001:db8::1]:443 | 2001:db8:0:0:0:0:0:1",
                "::ffff:10.0.0.2 | 203.0.113.5 | 203.0.113.5",
                "10.0.0.3 | 203.0.113.5 | 10.0.0.3",
                "127.0.0.1 | 203.0.113.5 | 127.0.0.1",
                "fd12::1%eth0 | 203.0.113.5 | 203.0.113.5",
                "fe80::1 | 203.0.113.5 | fe80::1"
            })
    @DisplayName("P29 a chain is read from the right up to the first address that is no proxy")
    void chains(String peer, String forwarded, String client) {
        assertThat(proxies.client(peer, List.of(forwarded))).isEqualTo(client);
    }

    @Test
    @DisplayName("P29 several headers are one chain")
    void severalHeaders() {
        assertThat(proxies.client("10.0.0.2", List.of("1.1.1.1", "203.0.113.5", "192.0.2.7")))
                .isEqualTo("203.0.113.5");
    }

    @Test
    @DisplayName("P29 without the setting nobody is a proxy")
    void none() {
        assertThat(TrustedProxies.parse(" ").client("127.0.0.1", List.of("203.0.113.5")))
                .isEqualTo("127.0.0.1");
    }

    @ParameterizedTest
    @CsvSource({"proxy.example.org", "10.0.0.0/33", "10.0.0"})
    @DisplayName("P29 a setting that can't be read stops the start and says what to do")
    void unreadable(String setting) {
        assertThatThrownBy(() -> TrustedProxies.parse(setting))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("UNDERSTUDY_PROXIES")
                .hasMessageContaining(setting);
    }
}
