package dev.understudy.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ClientAddressTest {

    @Test
    @DisplayName("P15 of an IPv6 address only the network counts, since everybody has many")
    void networks() {
        assertThat(ClientAddress.network("2001:db8:1:2::1")).isEqualTo(ClientAddress.network("2001:db8:1:2:ffff::9"));
        assertThat(ClientAddress.network("2001:db8:1:2::1")).isNotEqualTo(ClientAddress.network("2001:db8:1:3::1"));
        assertThat(ClientAddress.network("192.0.2.1")).isEqualTo("192.0.2.1");
        assertThat(ClientAddress.network("a name")).isEqualTo("a name");
    }
}
