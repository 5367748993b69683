package dev.understudy.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The network between a browser and the server, which can be cut and mended. Any thread may use it.
final class Line implements AutoCloseable {

    private final ServerSocket entrance;
    private final InetSocketAddress server;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile boolean whole = true;
    private volatile boolean asleep;

    private Line(ServerSocket entrance, InetSocketAddress server) {
        this.entrance = entrance;
        this.server = server;
    }

    static Line to(int port) {
        try {
            var loopback = InetAddress.getLoopbackAddress();
            var line = new Line(new ServerSocket(0, 50, loopback), new InetSocketAddress(loopback, port));
            Thread.startVirtualThread(line::listen);
            return line;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// Where a browser has to go to use it.
    String url() {
        return "http://localhost:" + entrance.getLocalPort();
    }

    /// Ends all connections and lets no new one through.
    void cut() {
        whole = false;
        asleep = false;
        open.forEach(Line::end);
        open.clear();
    }

    /// Carries nothing any more and ends nothing either, as when a computer falls asleep, until it is cut.
    void freeze() {
        asleep = true;
    }

    void mend() {
        whole = true;
    }

    @Override
    public void close() {
        cut();
        try {
            entrance.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void listen() {
        while (!entrance.isClosed()) {
            try {
                var browser = entrance.accept();
                if (whole) {
                    connect(browser);
                } else {
                    end(browser);
                }
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void connect(Socket browser) {
        var there = new Socket();
        open.add(browser);
        open.add(there);
        try {
            there.connect(server);
        } catch (IOException refused) {
            end(browser);
            return;
        }
        Thread.startVirtualThread(() -> carry(browser, there));
        Thread.startVirtualThread(() -> carry(there, browser));
    }

    private void carry(Socket from, Socket to) {
        try {
            var in = from.getInputStream();
            var piece = new byte[8192];
            for (int length = in.read(piece); length >= 0; length = in.read(piece)) {
                if (!asleep) {
                    to.getOutputStream().write(piece, 0, length);
                }
            }
        } catch (IOException cut) {
            // Either end may go away at any time: the other one is told by the end of its connection.
        }
        end(from);
        end(to);
        open.remove(from);
        open.remove(to);
    }

    private static void end(Socket socket) {
        try {
            socket.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
