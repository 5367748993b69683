package dev.understudy.security.cookie;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.NioEndpoint;
import org.apache.tomcat.util.net.SocketWrapperBase;

/// The server's sockets, of which no address has more than its share: whoever opens as many as the server takes would
/// keep all others out. What is beyond is closed at once. Counted by the one thread that accepts, and only when there
/// are many.
final class SharedEndpoint extends NioEndpoint {

    private volatile int share = Integer.MAX_VALUE;
    private volatile UnaryOperator<String> network = UnaryOperator.identity();

    /// @param most connections of one address
    /// @param who what of an address is counted by; nothing for those that may have any number
    void share(int most, UnaryOperator<String> who) {
        share = most;
        network = who;
    }

    @Override
    protected boolean setSocketOptions(SocketChannel socket) {
        if (isOneTooMany(socket)) {
            destroySocket(socket);
            return false;
        }
        return super.setSocketOptions(socket);
    }

    private boolean isOneTooMany(SocketChannel socket) {
        Set<SocketWrapperBase<NioChannel>> open = getConnections();
        if (open.size() < share) {
            return false;
        }
        String address = address(socket);
        String counted = network.apply(address);
        return !counted.isEmpty()
                && open.stream()
                                .filter(other -> isOf(address, counted, other.getRemoteAddr()))
                                .limit(share)
                                .count()
                        == share;
    }

    private boolean isOf(String address, String counted, String other) {
        return address.equals(other)
                || (other != null && other.indexOf(':') >= 0 && counted.equals(network.apply(other)));
    }

    private static String address(SocketChannel socket) {
        try {
            return socket.getRemoteAddress() instanceof InetSocketAddress peer
                    ? peer.getAddress().getHostAddress()
                    : "";
        } catch (IOException gone) {
            return "";
        }
    }
}
