package dev.understudy.hosting.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutboundGuardTest {

    private final OutboundGuard strict = new OutboundGuard("");

    @ParameterizedTest(name = "L40 {0} can''t be reached")
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.255.255.254",
                "0.0.0.0",
                "0.1.2.3",
                "10.0.0.1",
                "100.64.0.1",
                "100.100.100.200",
                "100.127.255.255",
                "168.63.129.16",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.192",
                "192.0.2.1",
                "192.88.99.1",
                "192.168.1.1",
                "198.18.0.1",
                "198.51.100.1",
                "203.0.113.1",
                "224.0.0.1",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::7f00:1",
                "::ffff:127.0.0.1",
                "::ffff:10.1.2.3",
                "64:ff9b::7f00:1",
                "64:ff9b::a9fe:a9fe",
                "64:ff9b:1::1",
                "100::1",
                "2001::1",
                "2001:0:1234::80ff:fffe",
                "2001:db8::1",
                "2002:7f00:1::",
                "2002:c0a8:101::1",
                "2002:a9fe:a9fe::1",
                "2606:4700::200:5efe:7f00:1",
                "3fff::1",
                "fc00::1",
                "fd00:ec2::254",
                "fe80::1",
                "fec0::1",
                "ff02::1"
            })
    void refused(String address) throws UnknownHostException {
        assertThat(strict.allows(address(address))).isFalse();
    }

    @ParameterizedTest(name = "L40 {0} can be reached")
    @ValueSource(
            strings = {
                "1.1.1.1",
                "8.8.8.8",
                "100.63.255.255",
                "100.128.0.0",
                "172.15.255.255",
                "172.32.0.0",
                "192.169.0.1",
                "223.255.255.255",
                "2606:4700:4700::1111",
                "2a00:1450::1",
                "2002:808:808::1",
                "64:ff9b::808:808"
            })
    void open(String address) throws UnknownHostException {
        assertThat(strict.allows(address(address))).isTrue();
    }

    @Test
    @DisplayName("L41 the operator opens ranges, in whatever form an address of them comes")
    void allowedRanges() throws UnknownHostException {
        OutboundGuard guard = new OutboundGuard(" 10.1.0.0/16, fd00:1::/32 ,127.0.0.1");
        assertThat(guard.allows(address("10.1.255.255"))).isTrue();
        assertThat(guard.allows(address("64:ff9b::a01:1"))).isTrue();
        assertThat(guard.allows(address("10.2.0.0"))).isFalse();
        assertThat(guard.allows(address("fd00:1::5"))).isTrue();
        assertThat(guard.allows(address("fd00:2::5"))).isFalse();
        assertThat(guard.allows(address("127.0.0.1"))).isTrue();
        assertThat(guard.allows(address("127.0.0.2"))).isFalse();
    }

    @ParameterizedTest(name = "L41 \"{0}\" is refused with a sentence")
    @ValueSource(
            strings = {"localhost", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/x", "example.org/8", "1.2.3", "::1/129"})
    void brokenRange(String text) {
        assertThatThrownBy(() -> new OutboundGuard(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(text)
                .hasMessageContaining("10.0.0.0/8");
    }

    private static InetAddress address(String literal) throws UnknownHostException {
        return InetAddress.getAllByName(literal)[0];
    }
}
