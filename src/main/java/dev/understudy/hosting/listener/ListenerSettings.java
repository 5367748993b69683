package dev.understudy.hosting.listener;

import dev.understudy.hosting.runtime.MockHost;
import dev.understudy.server.PublicUrl;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// What the operator set for all listeners.
@Component
final class ListenerSettings {

    private final PortRange ports;
    private final InetAddress address;
    private final MockHost host;

    @Autowired
    ListenerSettings(
            @Value("${understudy.listener.ports}") String ports,
            @Value("${understudy.listener.address}") String address,
            @Value("${understudy.mock.host:}") String mockHost,
            PublicUrl publicUrl) {
        this(
                PortRange.parse(ports),
                addressOf(address),
                MockHost.of(mockHost, () -> publicUrl.base().getHost()));
    }

    /// Takes them as they are.
    ///
    /// @param host the name that URLs show
    ListenerSettings(PortRange ports, InetAddress address, MockHost host) {
        this.ports = ports;
        this.address = address;
        this.host = host;
    }

    PortRange ports() {
        return ports;
    }

    InetAddress address() {
        return address;
    }

    /// Where this machine reaches them.
    InetAddress nearAddress() {
        return address.isAnyLocalAddress() ? InetAddress.getLoopbackAddress() : address;
    }

    /// The name by which people reach listeners.
    String host() {
        return host.name();
    }

    MockHost mockHost() {
        return host;
    }

    /// The URL to show for a listener: the host, the port, the prefix.
    ///
    /// @param host by which clients reach the server that runs it
    /// @param secure whether it speaks TLS
    static String url(boolean secure, String host, int port, String prefix) {
        String path = prefix.replaceAll("/{2,}", "/").replaceAll("^/|/$", "");
        return (secure ? "https://" : "http://") + host + ":" + port + (path.isEmpty() ? "" : "/" + path);
    }

    private static InetAddress addressOf(String text) {
        try {
            return InetAddress.getByName(text.strip());
        } catch (UnknownHostException cause) {
            throw new IllegalArgumentException(
                    "UNDERSTUDY_LISTENER_ADDRESS must be an address of this machine, not \"" + text + "\"", cause);
        }
    }
}
