package dev.understudy.security;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What of a client's address attempts are counted by. With IPv6 everybody has 2⁶⁴ addresses of their own, so only the
/// network counts.
public final class ClientAddress {

    private static final int NETWORK_BYTES = 8;
    /// An address with what proxies and systems put around it: brackets, a port, the name of an interface.
    private static final Pattern DRESSED = Pattern.compile(
            "\\[([0-9A-Fa-f:.]+)](?::\\d+)?|([0-9.]+)(?::\\d+)?|([0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*)(?:%.*)?");

    private ClientAddress() {}

    public static String network(String address) {
        return literal(address).map(ClientAddress::network).orElse(address);
    }

    /// The address that a text means; empty if it is none.
    static Optional<InetAddress> literal(String text) {
        Matcher parts = DRESSED.matcher(text.strip());
        if (!parts.matches()) {
            return Optional.empty();
        }
        String six = parts.group(1) == null ? parts.group(3) : parts.group(1);
        try {
            return Optional.of(InetAddress.ofLiteral(six == null ? parts.group(2) : six));
        } catch (IllegalArgumentException notLiteral) {
            return Optional.empty();
        }
    }

    private static String network(InetAddress address) {
        return address instanceof Inet6Address six
                ? HexFormat.of().formatHex(Arrays.copyOf(six.getAddress(), NETWORK_BYTES)) + "/64"
                : address.getHostAddress();
    }
}
