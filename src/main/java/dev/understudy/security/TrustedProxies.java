package dev.understudy.security;

import dev.understudy.server.AddressRange;
import dev.understudy.server.CannotStart;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The proxies in front of this server. They are believed when they say whom a request comes from; nobody else is, be
/// their address as private as it may.
record TrustedProxies(List<AddressRange> ranges) {

    /// Reads addresses and ranges that are separated by commas.
    ///
    /// @throws CannotStart if one of them is none
    static TrustedProxies parse(String setting) {
        try {
            return new TrustedProxies(AddressRange.parseAll(setting));
        } catch (IllegalArgumentException cause) {
            throw new CannotStart(
                    "UNDERSTUDY_PROXIES can't be read: " + cause.getMessage() + ".",
                    "Give the addresses of the proxies in front of this server, like 10.0.0.2, fd00::/8; leave it out"
                            + " if there are none.");
        }
    }

    boolean contains(String address) {
        return ClientAddress.literal(address).filter(this::contains).isPresent();
    }

    /// The client behind the proxies: each of them adds, at the end, the address that it was called from, so the last
    /// address that is not a proxy's is the client's. What stands before that, the client may have made up.
    ///
    /// @param peer who holds the connection
    /// @param forwarded the values of `X-Forwarded-For`, in their order
    String client(String peer, List<String> forwarded) {
        String client = peer;
        if (!contains(peer)) {
            return client;
        }
        List<String> hops = forwarded.stream()
                .flatMap(value -> Arrays.stream(value.split(",", -1)))
                .toList();
        for (String hop : hops.reversed()) {
            Optional<InetAddress> address = ClientAddress.literal(hop);
            if (address.isEmpty()) {
                return client;
            }
            client = address.get().getHostAddress();
            if (!contains(address.get())) {
                return client;
            }
        }
        return client;
    }

    private boolean contains(InetAddress address) {
        return ranges.stream().anyMatch(range -> range.contains(address));
    }
}
