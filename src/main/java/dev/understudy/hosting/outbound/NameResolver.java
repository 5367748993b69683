package dev.understudy.hosting.outbound;

import java.net.InetAddress;
import java.net.UnknownHostException;

/// Finds the addresses of a host. May block.
@FunctionalInterface
public interface NameResolver {

    /// All addresses, the preferred one first.
    ///
    /// @param host a name or a literal address, without brackets
    InetAddress[] resolve(String host) throws UnknownHostException;
}
