package dev.understudy.security.cookie;

import java.time.Duration;
import java.util.function.UnaryOperator;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.tomcat.util.net.NioChannel;

/// The server's HTTP, with [LargeHeads] before it and a [SharedEndpoint] below. Made by the server, which knows it by
/// its name.
public final class RoomyProtocol extends Http11NioProtocol {

    private final SharedEndpoint sockets;
    private final LargeHeads<NioChannel> heads;

    public RoomyProtocol() {
        this(new SharedEndpoint());
    }

    private RoomyProtocol(SharedEndpoint sockets) {
        super(sockets);
        this.sockets = sockets;
        this.heads = new LargeHeads<>(sockets.getHandler());
        sockets.setHandler(heads);
    }

    /// Bounds what one address can keep from others.
    ///
    /// @param connections of one address; as a part of all if it is 0
    /// @param who what of an address is counted by; nothing for those that may have any number
    /// @param headTime how long a head of the usual size may take
    public void share(int connections, UnaryOperator<String> who, Duration headTime) {
        sockets.share(connections == 0 ? Math.max(1, getMaxConnections() / 4) : connections, who);
        heads.headTime(headTime);
    }
}
