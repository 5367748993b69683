package dev.understudy.hosting;

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
    private final PublicUrl publicUrl;

    @Autowired
    ListenerSettings(
            @Value("${understudy.listener.ports}") String ports,
            @Value("${understudy.listener.address}") String address,
            PublicUrl publicUrl) {
        this.ports = PortRange.parse(ports);
        this.address = addressOf(address);
        this.publicUrl = publicUrl;
    }

    PortRange ports() {
        return ports;
    }

    InetAddress address() {
        return address;
    }

    /// The URL to show for a listener: the host of the web application, the port, the prefix.
    String url(int port, String prefix) {
        String path = prefix.replaceAll("/{2,}", "/").replaceAll("^/|/$", "");
        return "http://" + publicUrl.base().getHost() + ":" + port + (path.isEmpty() ? "" : "/" + path);
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
