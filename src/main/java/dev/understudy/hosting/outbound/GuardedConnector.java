package dev.understudy.hosting.outbound;

import dev.understudy.hosting.tls.AnyCertificate;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/// Opens connections to other servers: looks the name up, asks the guard about each address, and connects to one that
/// passed, so that no second look-up can give another one. Any thread may call it; it blocks.
final class GuardedConnector {

    private static final String NOT_ALLOWED =
            " is not allowed: mocks of this server reach the public internet, and what"
                    + " its operator allows with UNDERSTUDY_OUTBOUND_ALLOWED_RANGES";

    private final NameResolver names;
    private final OutboundGuard guard;
    private final OutboundLimits limits;
    private final SSLContext trusting = AnyCertificate.context();

    GuardedConnector(NameResolver names, OutboundGuard guard, OutboundLimits limits) {
        this.names = names;
        this.guard = guard;
        this.limits = limits;
    }

    /// Connects to a server.
    ///
    /// @param verified whether its certificate has to be valid for its name
    Socket open(RequestUrl target, boolean verified) throws OutboundFailure, IOException {
        List<InetAddress> addresses = resolve(target.host());
        List<InetAddress> open = addresses.stream().filter(guard::allows).toList();
        if (open.isEmpty()) {
            InetSocketAddress first = new InetSocketAddress(addresses.getFirst(), target.port());
            throw new OutboundFailure(
                    "connect to " + text(first) + NOT_ALLOWED, "connect" + told(first, target) + NOT_ALLOWED);
        }
        OutboundFailure last = new OutboundFailure("connect ENETUNREACH");
        for (InetAddress address : open) {
            try {
                return connect(new InetSocketAddress(address, target.port()), target, verified);
            } catch (OutboundFailure failure) {
                last = failure;
            }
        }
        throw last;
    }

    /// Connects to an address that needs no permission.
    Socket connect(InetSocketAddress address, RequestUrl target, boolean verified) throws OutboundFailure, IOException {
        Socket socket = new Socket();
        try {
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(limits.readMillis());
            socket.connect(address, limits.connectMillis());
        } catch (ConnectException | SocketTimeoutException failure) {
            socket.close();
            String code = failure instanceof ConnectException ? "ECONNREFUSED" : "ETIMEDOUT";
            throw new OutboundFailure(
                    "connect " + code + " " + text(address), "connect " + code + told(address, target));
        } catch (IOException failure) {
            socket.close();
            throw failure;
        }
        return target.secure() ? secured(socket, target, verified) : socket;
    }

    private static String text(InetSocketAddress address) {
        return address.getAddress().getHostAddress() + ":" + address.getPort();
    }

    /// What clients may know of it: an address that the document names itself, but none that only a look-up gave.
    private static String told(InetSocketAddress address, RequestUrl target) {
        return address.getAddress().getHostAddress().equals(target.host()) ? " " + text(address) : "";
    }

    private List<InetAddress> resolve(String host) throws OutboundFailure {
        try {
            return Stream.of(names.resolve(host)).toList();
        } catch (UnknownHostException _) {
            throw new OutboundFailure("getaddrinfo ENOTFOUND " + host);
        }
    }

    private Socket secured(Socket plain, RequestUrl target, boolean verified) throws IOException {
        try {
            SSLContext context = verified ? SSLContext.getDefault() : trusting;
            SSLSocket socket =
                    (SSLSocket) context.getSocketFactory().createSocket(plain, target.host(), target.port(), true);
            if (verified) {
                SSLParameters parameters = socket.getSSLParameters();
                parameters.setEndpointIdentificationAlgorithm("HTTPS");
                socket.setSSLParameters(parameters);
            }
            socket.startHandshake();
            return socket;
        } catch (GeneralSecurityException failure) {
            plain.close();
            throw new IOException(failure);
        } catch (IOException failure) {
            plain.close();
            throw failure;
        }
    }
}
