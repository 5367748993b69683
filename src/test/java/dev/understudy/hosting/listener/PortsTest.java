package dev.understudy.hosting.listener;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.understudy.hosting.runtime.MockHost;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.SocketException;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PortsTest {

    private static final PortRange ALLOWED = new PortRange(3000, 3003);

    @ParameterizedTest
    @DisplayName("L1 a range of ports is two numbers or one")
    @CsvSource({"3000-3999,3000,3999", " 80 - 90 ,80,90", "8080,8080,8080"})
    void ranges(String text, int first, int last) {
        assertThat(PortRange.parse(text)).isEqualTo(new PortRange(first, last));
    }

    @ParameterizedTest
    @DisplayName("L1 what is no range is refused with the name of the setting")
    @ValueSource(strings = {"", "a-b", "3999-3000", "0-10", "1-70000", "3000-", "3000,3001"})
    void noRanges(String text) {
        assertThatThrownBy(() -> PortRange.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("UNDERSTUDY_LISTENER_PORTS");
    }

    @Test
    @DisplayName("L1 the wished ports are tried first, then all others that are allowed")
    void candidates() {
        assertThat(PortChoice.candidates(List.of(80, 3002), ALLOWED)).containsExactly(3002, 3000, 3001, 3003);
        assertThat(PortChoice.candidates(List.of(), ALLOWED)).containsExactly(3000, 3001, 3002, 3003);
    }

    @Test
    @DisplayName("L2 a taken and a privileged port are told apart in words")
    void reasons() {
        assertThat(PortChoice.explain(3001, ALLOWED, new BindException("Address already in use")))
                .isEqualTo("Port 3001 is taken by another program or listener. Choose another one of 3000–3003,"
                        + " or none to get a free one.");
        assertThat(PortChoice.explain(80, ALLOWED, new SocketException("Permission denied")))
                .contains("privileged")
                .contains("above 1023");
        assertThat(PortChoice.explain(3001, ALLOWED, new BindException("Cannot assign requested address")))
                .contains("UNDERSTUDY_LISTENER_ADDRESS");
        assertThat(PortChoice.explain(3001, ALLOWED, new IOException("odd"))).contains("odd");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @DisplayName("L104 the host of mocks is what the operator said, else the application's")
    @CsvSource({
        "'', app.example, false",
        "' Mocks.Example ', mocks.example, true",
        "app.example, app.example, false",
        "10.1.2.3, 10.1.2.3, true",
        "::1, [::1], true",
        "[::1], [::1], true"
    })
    void mockHost(String setting, String name, boolean apart) {
        MockHost host = MockHost.of(setting, () -> "app.example");
        assertThat(host.name()).isEqualTo(name);
        assertThat(host.isApart()).isEqualTo(apart);
    }

    @ParameterizedTest
    @DisplayName("L104 what is no host name is refused with a sentence")
    @ValueSource(strings = {"https://mocks.example", "mocks.example:3000", "mocks.example/a", "a b", "."})
    void noMockHost(String setting) {
        assertThatThrownBy(() -> MockHost.of(setting, () -> "app.example"))
                .hasMessageContaining("UNDERSTUDY_MOCK_HOST must be a host name or an address alone");
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("L105 names are compared without ports and brackets")
    @CsvSource({
        "[::1]:3000, false, true",
        "[::1], false, true",
        "app.example:1, false, false",
        "[, false, true",
        "'', true, false"
    })
    void asked(String host, boolean known, boolean right) {
        MockHost mocks = MockHost.of("::1", () -> "app.example");
        assertThat(mocks.isWrong(host, known)).isEqualTo(!right);
    }

    @ParameterizedTest
    @DisplayName("L1 the URL shows host, port and prefix")
    @CsvSource({
        "'',http://mocks.example:3000",
        "api,http://mocks.example:3000/api",
        "//a//b/,http://mocks.example:3000/a/b"
    })
    void urls(String prefix, String url) {
        ListenerSettings settings = new ListenerSettings(
                ALLOWED, InetAddress.getLoopbackAddress(), MockHost.of("Mocks.example", () -> "app.example"));
        assertThat(ListenerSettings.url(false, settings.host(), 3000, prefix)).isEqualTo(url);
        assertThat(ListenerSettings.url(true, settings.host(), 3000, prefix)).isEqualTo(url.replace("http:", "https:"));
    }
}
