package dev.understudy.hosting.outbound;

import dev.understudy.server.AddressRange;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Decides which addresses the mocks of this server may reach: those of the public internet, and what the operator
/// allows. It judges addresses, never names, and whoever asks connects to the very address that was judged.
public final class OutboundGuard {

    private static final List<AddressRange> REFUSED = Stream.of(
                    "0.0.0.0/8",
                    "10.0.0.0/8",
                    "100.64.0.0/10",
                    "127.0.0.0/8",
                    // where a cloud tells its machines their secrets
                    "168.63.129.16/32",
                    "169.254.0.0/16",
                    "172.16.0.0/12",
                    "192.0.0.0/24",
                    "192.0.2.0/24",
                    "192.88.99.0/24",
                    "192.168.0.0/16",
                    "198.18.0.0/15",
                    "198.51.100.0/24",
                    "203.0.113.0/24",
                    "224.0.0.0/3",
                    "2001::/23",
                    "2001:db8::/32",
                    "3fff::/20")
            .map(AddressRange::parse)
            .toList();

    /// All of IPv6 that is routed for everybody; the rest is loopback, private, local to a link, or not in use.
    private static final AddressRange GLOBAL = AddressRange.parse("2000::/3");

    private static final AddressRange SIX_TO_FOUR = AddressRange.parse("2002::/16");
    private static final AddressRange NAT64 = AddressRange.parse("64:ff9b::/96");
    private static final AddressRange COMPATIBLE = AddressRange.parse("::/96");

    private final List<AddressRange> allowed;

    /// Takes what the operator allows beyond the public internet.
    ///
    /// @param allowedRanges separated by commas
    /// @throws IllegalArgumentException with a sentence, if one of them is none
    public OutboundGuard(String allowedRanges) {
        this.allowed = AddressRange.parseAll(allowedRanges);
    }

    /// Whether mocks may connect to the address.
    public boolean allows(InetAddress address) {
        Optional<InetAddress> inner = embedded(address);
        if (isAllowedExplicitly(address)
                || inner.filter(this::isAllowedExplicitly).isPresent()) {
            return true;
        }
        boolean open = inner.isPresent() ? isPublic(inner.get()) : isPublic(address);
        return open && !isOfThisMachine(address);
    }

    private boolean isAllowedExplicitly(InetAddress address) {
        return allowed.stream().anyMatch(range -> range.contains(address));
    }

    private static boolean isPublic(InetAddress address) {
        boolean routed = address instanceof Inet4Address || GLOBAL.contains(address);
        return routed && REFUSED.stream().noneMatch(range -> range.contains(address));
    }

    /// A firewall that shields this machine's public address does not see what it sends to itself.
    private static boolean isOfThisMachine(InetAddress address) {
        try {
            return NetworkInterface.getByInetAddress(address) != null;
        } catch (SocketException _) {
            return true;
        }
    }

    /// The IPv4 address at which a packet to this IPv6 address may come out.
    private static Optional<InetAddress> embedded(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (bytes.length != 16) {
            return Optional.empty();
        }
        if (SIX_TO_FOUR.contains(address)) {
            return Optional.of(inet4(bytes, 2));
        }
        boolean tunnelled = (bytes[8] & 0xfd) == 0 && bytes[9] == 0 && bytes[10] == 0x5e && bytes[11] == (byte) 0xfe;
        boolean mapped = isMapped(bytes);
        if (mapped || tunnelled || NAT64.contains(address) || COMPATIBLE.contains(address)) {
            return Optional.of(inet4(bytes, 12));
        }
        return Optional.empty();
    }

    private static boolean isMapped(byte[] bytes) {
        return Arrays.equals(bytes, 0, 10, new byte[10], 0, 10) && bytes[10] == (byte) 0xff && bytes[11] == (byte) 0xff;
    }

    private static InetAddress inet4(byte[] bytes, int from) {
        try {
            return InetAddress.getByAddress(Arrays.copyOfRange(bytes, from, from + 4));
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
